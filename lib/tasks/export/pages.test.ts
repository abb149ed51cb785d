import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { filesIn } from "../files";
import { pageKinds } from "./pages";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of routes: only their places matter. */
function appWith(...files: readonly string[]): string {
  const app = mkdtempSync(join(tmpdir(), "lastbyte-app-"));
  folders.push(app);
  for (const file of files) {
    mkdirSync(dirname(join(app, file)), { recursive: true });
    writeFileSync(join(app, file), "");
  }
  return app;
}

describe("the route group says the kind of a page", () => {
  const kindOf = pageKinds(
    appWith(
      "layout.tsx",
      "not-found.tsx",
      "(desk)/page.tsx",
      "(desk)/trace/page.tsx",
      "(desk)/tools/(late)/chain/page.tsx",
      "(desk)/cases/[id]/page.tsx",
      "(desk)/causes/tool/page.tsx",
      "(documents)/causes/page.tsx",
      "(documents)/causes/[id]/page.tsx",
      "(documents)/cases/all/page.tsx",
      "(documents)/pairs/[...name]/page.tsx",
      "(documents)/v1.0/page.tsx",
      "excerpts/[...file]/route.ts",
    ),
  );
  test.each([
    ["index.html", "desk"],
    ["trace/index.html", "desk"],
    ["tools/chain/index.html", "desk"],
    ["cases/7/index.html", "desk"],
    ["causes/index.html", "document"],
    ["causes/idle/index.html", "document"],
    ["pairs/langgraph/tool/index.html", "document"],
    ["v1.0/index.html", "document"],
    ["404.html", "document"],
    ["_not-found/index.html", "document"],
    // An address that a route names goes before one that it leaves open.
    ["causes/tool/index.html", "desk"],
    ["cases/all/index.html", "document"],
    // A dot is a dot, and a folder within a page is another page.
    ["v1x0/index.html", "document"],
    ["trace/more/index.html", "document"],
  ])("%s is of the kind %s", (page, kind) => {
    expect(kindOf(page)).toBe(kind);
  });
});

test("a page in no group is refused with a sentence", () => {
  for (const file of ["page.tsx", "tools/page.tsx", "(other)/tools/page.tsx", "tools/(desk)/page.tsx"])
    expect(() => pageKinds(appWith(file))).toThrow(
      new RegExp(`${file.replace(/[()]/g, "\\$&")} stands in no route group: move it under`),
    );
});

test("the routes of the site: the first page is the desk, what is read is a document", () => {
  const kindOf = pageKinds();
  expect(kindOf("index.html")).toBe("desk");
  const documents = filesIn("app/(documents)").filter((file) => file.endsWith("page.tsx"));
  expect(documents.length).toBeGreaterThan(10);
  for (const file of documents)
    expect(kindOf(file.replaceAll(/\[\w+\]/g, "any").replace("page.tsx", "index.html")), file).toBe(
      "document",
    );
});
