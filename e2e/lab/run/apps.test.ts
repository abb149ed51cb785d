import { expect, test } from "vitest";
import { ownFiles } from "./apps";

test.each([
  ["uvicorn fixed:app --port {port}", []],
  ["python closing.py {port}", ["e2e/lab/apps/closing.py"]],
  ["split", ["e2e/lab/apps/split.py"]],
  ["page {side}.mjs {port} /streams", ["e2e/lab/bin/page", "e2e/lab/bin/page.mjs"]],
])("%s", (command, files) => {
  expect(ownFiles([command])).toEqual(files);
});
