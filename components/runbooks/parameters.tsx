import { Fragment } from "react";
import { content } from "@/components/content";
import { valuesOf } from "@/lib/model/questions";

/** Each question with every answer that a link may hold. */
export function Parameters() {
  const { questions, products, symptoms } = content();
  return (
    <table className="params">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">It says</th>
          <th scope="col">Values</th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question) => (
          <tr key={question.id} id={`parameter-${question.id}`}>
            <td>
              <code>{question.id}</code>
            </td>
            <td>{question.ask}</td>
            <td>
              {question.kind === "seconds"
                ? "A number of seconds, 0 to 86400"
                : valuesOf(question, { products, symptoms })?.map(({ id }) => (
                    <Fragment key={id}>
                      <code>{id}</code>{" "}
                    </Fragment>
                  ))}
              {question.kind === "products" && "Several, with commas, the caller’s side first."}
            </td>
          </tr>
        ))}
        <tr>
          <td>
            <code>check.…</code>
          </td>
          <td>What a check showed</td>
          <td>The link on the verdict holds it once you have answered.</td>
        </tr>
      </tbody>
    </table>
  );
}
