import { spawnSync } from "node:child_process";
import { expect, test as base } from "vitest";
import { undone } from "./undone";

const PYTHON = "python3";
/** The lab needs Python; whoever has none changes nothing of it. */
const test = base.skipIf(spawnSync(PYTHON, ["--version"]).error !== undefined);

const FIXED = `"""A program."""

import asyncio
from app import make, opened, held, sse

async def events(question):
    """The answer."""
    task = asyncio.create_task(make(question))
    async with opened(
        question,
        limit=3,
    ) as pieces:
        async for piece in pieces:
            yield piece
    task.cancel()
    return None
`;
const BROKEN = FIXED.replace("asyncio.create_task(make(question))", "make(question)");

/** The programs without a line, the smallest change first. */
const programs = (mark: string, fixedCode = FIXED, brokenCode = BROKEN): readonly string[] =>
  undone({ fixedCode, brokenCode, marks: { broken: [], fixed: [mark] } }, PYTHON)[0]?.programs ?? [];

/** The body of a function without one of its lines, by the first way that there is. */
function changed(body: string, mark: string): string | undefined {
  const head = "import asyncio\nfrom app import call, database, look_up, question\nasync def events():\n";
  return programs(mark, `${head}${body}\n`, head.replace("async def events():\n", ""))[0]
    ?.replace(head, "")
    .trimEnd();
}

test("a statement is taken out", () => {
  expect(programs("task.cancel()")).toEqual([FIXED.replace("task.cancel()", "pass")]);
});

test("a generator stays one", () => {
  expect(changed("    for one in call():\n        yield one", "for one")).toBe("    if False: yield");
});

test("an argument is taken out of its call", () => {
  expect(programs("limit=3,")).toEqual([FIXED.replace("        limit=3,\n", "")]);
});

test("a statement in which alone the sides differ is put back as the broken side has it", () => {
  expect(programs("task = asyncio.create_task")[0]).toEqual(BROKEN);
});

test("what others need and only an import gives cannot be taken back", () => {
  expect(programs("from app import make")).toEqual([]);
});

test("where the sides differ in more, the broken side's statement is put in its place alone", () => {
  const broken = FIXED.replace("create_task(make(question))", "shield(make(question))").replace(
    '"""The answer."""',
    '"""Another."""',
  );
  expect(programs("task = asyncio.create_task", FIXED, broken)[0]).toEqual(
    FIXED.replace("create_task(make(question))", "shield(make(question))"),
  );
});

test("the broken side's statement keeps the name that others know, and brings what it needs along", () => {
  const fixed = `import asyncio\n\nasync def events(question):\n    "The answer."\n    run = make(question)\n    await run\n`;
  const broken = `import asyncio\nfrom app import old\nTEAM = old()\n\nasync def events(question):\n    output = TEAM(question)\n    print(output)\n`;
  expect(programs("run = make(question)", `from app import make\n${fixed}`, broken)[0]).toEqual(
    `from app import old\nfrom app import make\nimport asyncio\n\nTEAM = old()\nasync def events(question):\n    "The answer."\n    run = TEAM(question)\n    await run\n`,
  );
});

test("a line that the broken side has in the middle of a statement comes back", () => {
  const call = "from app import make\nmodel = make(\n    1,\n)\n";
  const broken = call.replace("    1,\n", "    1,\n    streaming=False,\n");
  expect(programs("model = make(", call, broken)[0]).toEqual(broken);
});

test("a small change is put back whole in the end, and a large one never", () => {
  const broken = FIXED.replace("    task.cancel()\n    return None\n", "");
  expect(programs("task.cancel()", FIXED, broken)).toEqual([FIXED.replace("task.cancel()", "pass"), broken]);
  const long = (code: string) => code.replace("    return None\n", "    question()\n".repeat(6));
  expect(programs("task.cancel()", long(FIXED), broken)).toEqual([
    long(FIXED).replace("task.cancel()", "pass"),
  ]);
});

test("the body of a block stays where its head is taken out", () => {
  expect(changed("    with call():\n        yield 1", "with call()")).toBe("    yield 1");
});

test("a name that a body needs is what its manager stands around, or a manager that is never left", () => {
  expect(changed("    async with database(question) as db:\n        yield db", "async with")).toBe(
    "    db = question\n    yield db",
  );
  expect(changed("    async with database() as db:\n        yield db", "async with")).toBe(
    "    db = await database().__aenter__()\n    yield db",
  );
});

test("a manager that is asked later is told nothing", () => {
  expect(changed("    with call(3) as limit:\n        yield 1\n    yield limit", "with call")).toBe(
    "    with call(None) as limit:\n        yield 1\n    yield limit",
  );
});

test("a guard is taken out, and another condition is always so", () => {
  expect(changed("    if question:\n        return\n    yield 1", "if question")).toBe(
    "    pass\n    yield 1",
  );
  expect(changed("    if call:\n        yield 1\n    elif question:\n        yield 2", "elif question")).toBe(
    "    if call:\n        yield 1\n    elif True:\n        yield 2",
  );
});

test("an exception handler is taken out", () => {
  const handler = "    except OSError:\n        yield 2";
  expect(changed(`    try:\n        yield 1\n${handler}\n    else:\n        yield 3`, "except OSError")).toBe(
    "    yield 1\n    yield 3",
  );
  expect(
    changed(`    try:\n        yield 1\n${handler}\n    finally:\n        call()`, "except OSError"),
  ).toBe("    try:\n        yield 1\n    finally:\n        call()");
});

test("a call that others need gives way to what it is called with, and a slice to all of it", () => {
  expect(changed("    one = await asyncio.wait_for(call(), 3)\n    yield one", "one = await")).toBe(
    "    one = await call()\n    yield one",
  );
  expect(changed("    return (await look_up(question))[:9]", "return")).toBe(
    "    return await look_up(question)",
  );
});

test("an argument that is nothing but a name goes with it", () => {
  expect(
    changed("    plain = {}\n    yield call(1, a=plain, b=2)\n    yield call(a=plain)", "plain = "),
  ).toBe("    pass\n    yield call(1, b=2)\n    yield call()");
});

test("what a function alone needs is made once, for all, where another name of that kind is none here", () => {
  const fixed = "from app import call\ndef f():\n    x = call()\n    print(x)\ndef g(x):\n    return x\n";
  expect(programs("x = call()", fixed, "")[0]).toEqual(
    "from app import call\nx = call()\ndef f():\n    pass\n    print(x)\ndef g(x):\n    return x\n",
  );
});

test("an argument with a default always has it", () => {
  expect(programs("def f(a, b=0)", 'def f(a, b=0):\n    """Words."""\n    return a + b\n', "")[0]).toEqual(
    'def f(a):\n    """Words."""\n    b = 0\n    return a + b\n',
  );
});
