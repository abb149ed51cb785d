import { content } from "@/components/content";

/** Symptoms with the causes that each can have, the likeliest first: the wizard for those without JavaScript. */
export function BySymptom() {
  const { symptoms, causes } = content();
  return (
    <div className="wrap listing">
      <h2>What do you see?</h2>
      <p className="soft">The questions need JavaScript. These lists don’t.</p>
      {symptoms.map((symptom) => (
        <section key={symptom.id}>
          <h3>{symptom.label}</h3>
          <p className="small soft">{symptom.what}</p>
          <ul>
            {causes.filter((cause) => (cause.symptoms[symptom.id]?.weight ?? -1) > 0).sort((a, b) => (b.symptoms[symptom.id]?.weight ?? 0) - (a.symptoms[symptom.id]?.weight ?? 0)).map((cause) => <li key={cause.id}><a href={`/causes/${cause.id}/`}>{cause.title}</a></li>)}
          </ul>
        </section>
      ))}
    </div>
  );
}
