import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PROGRAMS, programCalled } from "./index";

const ABOUT_ALL = ["index.ts", "program.ts", "programs.test.ts"];
const PLACE = { file: "/run/file.conf", dir: "/run", port: 4321 };

describe("the programs of the lab", () => {
  test("are one file each, of that name", () => {
    const files = readdirSync("e2e/lab/programs").filter((name) => !ABOUT_ALL.includes(name));
    expect(PROGRAMS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  test.each(PROGRAMS.flatMap(({ name, proxy }) => (proxy ? [{ name, proxy }] : [])))(
    "$name is told its config, to run and to read it",
    ({ proxy }) => {
      for (const args of [proxy.start(PLACE), proxy.syntax(PLACE)]) expect(args).toContain(PLACE.file);
      expect(proxy.start(PLACE)).not.toEqual(proxy.syntax(PLACE));
    },
  );

  test("an unknown one is refused with the known ones", () => {
    expect(() => programCalled("ngnix")).toThrow(/no program "ngnix"\. It knows apache, .*nginx/);
  });
});
