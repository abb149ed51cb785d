import { KINDS } from "../journey";
import { open, texts } from "./acts";
import { expect, test } from "./browser-test";

test("one page of each kind opens whole, and the browser has no complaint", async ({ tab, at }) => {
  for (const kind of KINDS) {
    await open(tab, at(kind));
    expect((await texts(tab, "h1")).length, kind).toBeGreaterThan(0);
  }
});
