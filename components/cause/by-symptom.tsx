import { content } from "@/components/content";

/**
 * Symptoms with the causes that each can have, the likeliest first: what the wizard's last question says,
 * for reading.
 */
export function BySymptom() {
  const { symptoms, causes } = content();
  const of = (symptom: string) =>
    causes
      .map((cause) => ({ ...cause, weight: cause.symptoms[symptom]?.weight ?? -1 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
  return (
    <section className="stack">
      <h2 id="symptoms">By what you see</h2>
      <p className="soft">
        For each symptom the causes that it speaks for, the likeliest first. <a href="/">The questions</a>{" "}
        weigh your stack too.
      </p>
      <div className="by-symptom">
        {symptoms.map(({ id, label, what }) => (
          <section key={id}>
            <h3 id={id}>{label}</h3>
            <p className="small soft">{what}</p>
            <ul>
              {of(id).map((cause) => (
                <li key={cause.id}>
                  <a href={`/causes/${cause.id}/`}>{cause.title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
