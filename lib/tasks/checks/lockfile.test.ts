/** The lockfile serves every platform, and names no registry. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}
type Packages = Readonly<Record<string, Locked>>;

/** Optional packages that a package asks for and the lockfile lacks: "npm ci" refuses such a file. */
function lacking(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(path, name, packages))
      .map((name) => `${path} asks for ${name}, which is not locked`),
  );
}

/** Whether a package is found from a path as Node finds it: in its own folder, or in one above. */
function isLocked(path: string, name: string, packages: Packages): boolean {
  const folders = path.split("/node_modules/");
  return folders.some((_, at) => {
    const folder = folders.slice(0, folders.length - at).join("/node_modules/");
    return (
      `${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages ||
      `node_modules/${name}` in packages
    );
  });
}

const naming = (text: string): string[] => text.match(/"resolved":.*|"[a-z+]*:?\/\/[^"]*\.tgz"/g) ?? [];

test("no platform of an optional package is left out", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Packages };
  expect(
    Object.values(packages).filter(({ optionalDependencies }) => optionalDependencies).length,
  ).toBeGreaterThan(3);
  expect(lacking(packages)).toEqual([]);
});

test("a platform that is left out is seen", () => {
  const asks = { "node_modules/fast": { optionalDependencies: { "@fast/mac": "1.0.0" } } };
  expect(lacking(asks)).toEqual(["node_modules/fast asks for @fast/mac, which is not locked"]);
  expect(lacking({ ...asks, "node_modules/fast/node_modules/@fast/mac": {} })).toEqual([]);
});

test("no registry is named", () => {
  expect(naming(readFileSync("package-lock.json", "utf8"))).toEqual([]);
  expect(naming('"resolved": "https://registry.example/a.tgz",')).toHaveLength(1);
});
