import { spawnSync } from "node:child_process";
import { expect, test as any } from "vitest";
import { undone } from "./undone";

const PYTHON = "python3";
/** The lab needs Python; whoever has none changes nothing of it. */
const test = any.skipIf(spawnSync(PYTHON, ["--version"]).error !== undefined);

const FIXED = `import asyncio
from app import make

async def events(question):
    task = asyncio.create_task(make(question))
    async with open_it(
        question,
        limit=3,
    ) as pieces:
        async for piece in pieces:
            yield piece
    task.cancel()
    return None
`;
const BROKEN = FIXED.replace("asyncio.create_task(make(question))", "make(question)");

const programs = (mark: string): readonly string[] =>
  undone({ fixedCode: FIXED, brokenCode: BROKEN, marks: { broken: [], fixed: [mark] } }, PYTHON)[0]
    ?.programs ?? [];

test("a statement is taken out", () => {
  expect(programs("task.cancel()")).toEqual([FIXED.replace("task.cancel()", "pass")]);
});

test("an argument is taken out of its call", () => {
  expect(programs("limit=3,")).toEqual([FIXED.replace("        limit=3,\n", "")]);
});

test("what a name needs is put back as the broken side has it", () => {
  expect(programs("task = asyncio.create_task")).toEqual([BROKEN]);
});

test("the body of a block stays where its head is taken out", () => {
  expect(programs("async with open_it(")[0]).toContain(
    "\n    async for piece in pieces:\n        yield piece\n",
  );
});

test("what others need, and the broken side has too, cannot be taken back", () => {
  expect(programs("from app import make")).toEqual([]);
});
