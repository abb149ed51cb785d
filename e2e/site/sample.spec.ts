import { expect, test } from "@playwright/test";
import { knowledgeOf } from "../../lib/content/knowledge";
import { loadContent } from "../../lib/content/load";
import { prepare } from "../../lib/diagnosis/prepared";
import { encode } from "../../lib/state/codec";
import { causes } from "./journey";
import { verdictOf } from "../../lib/diagnosis/fixtures/said";

const content = loadContent("content");
const knowledge = knowledgeOf(content);
const prepared = prepare(knowledge);

/** Twenty fixtures, spread over the causes: the same ones every time. */
const SAMPLE = 20;
const step = Math.max(1, Math.floor(content.causes.length / SAMPLE));
const cases = content.causes
  .filter((_, at) => at % step === 0)
  .slice(0, SAMPLE)
  .map(({ id, fixture }) => {
    const answers = Object.fromEntries(
      Object.entries(fixture?.first ?? {}).map(([key, value]) => [key, value.split(",")]),
    );
    return { id, answers, verdict: verdictOf(answers, prepared) };
  });

test("page and engine give the same verdict", async ({ page }) => {
  test.setTimeout(120_000);
  expect(cases).toHaveLength(SAMPLE);
  for (const { answers, verdict } of cases) {
    const link = encode(answers, knowledge);
    // A blank page in between: a mere change of the fragment would not load the page anew.
    await page.goto("about:blank");
    await page.goto(`/#${link}`);
    await expect(causes(page).first(), link).toHaveAttribute("data-cause", verdict.causes[0]?.id ?? "");
    const shown = await causes(page).evaluateAll((items) =>
      items.map((item) => item.getAttribute("data-cause")),
    );
    expect(shown, link).toEqual(verdict.causes.slice(0, shown.length).map(({ id }) => id));
    await expect(page.locator(".next[data-check]"), link).toHaveAttribute(
      "data-check",
      verdict.check?.id ?? "",
    );
  }
});
