import { expect, test } from "vitest";
import { parseCommand } from "./command";

test.each([
  ["uvicorn app:app --port 80", [{ vars: {}, args: ["uvicorn", "app:app", "--port", "80"] }]],
  ["A=1 B=x=y python app.py", [{ vars: { A: "1", B: "x=y" }, args: ["python", "app.py"] }]],
  ["URL= python app.py A=1", [{ vars: { URL: "" }, args: ["python", "app.py", "A=1"] }]],
  [
    "python worker.py & A=1 uvicorn app:app",
    [
      { vars: {}, args: ["python", "worker.py"] },
      { vars: { A: "1" }, args: ["uvicorn", "app:app"] },
    ],
  ],
])("%s", (text, commands) => {
  expect(parseCommand(text)).toEqual(commands);
});
