/** What the journeys share: links to begin with, and the pages of the export. */
import { expect, type Page } from "@playwright/test";
import { pageKinds, pagesOf, type PageKind } from "../../lib/tasks/export/pages";

/** A full case, with a config for its proxy and seconds that its limit explains. */
export const CASE =
  "/#framework=langgraph&hosting=kubernetes&proxy=ingress-nginx&symptom=stall-then-cut&silence=60";

export const causes = (page: Page) => page.locator("ol[data-verdict] > li[data-cause]");
export const question = (page: Page, id: string) => page.locator(`fieldset[data-question="${id}"]`);
export const answered = (page: Page, id: string) => page.locator(`[data-answered="${id}"]`);

/** The ranking as it is shown, with the odds as the bars have them. */
export const ranking = (page: Page) =>
  causes(page).evaluateAll((items) =>
    items.map(
      (item) =>
        `${item.getAttribute("data-cause")} ${item.querySelector("svg .share")?.getAttribute("width") ?? "no bar"}`,
    ),
  );

/** Choose how to fix it. */
export const fixBy = (page: Page, way: string) =>
  page.getByRole("group", { name: "How it can be fixed" }).getByRole("button", { name: way }).click();

/** Open the desk and wait until the application answers. */
export async function openDesk(page: Page, address = "/"): Promise<void> {
  await page.goto(address);
  if (address.includes("#")) await expect(causes(page).first()).toBeVisible();
  else await expect(question(page, "framework").locator("button.chip").first()).toBeVisible();
  // The bundled enhancement marks the page once effects have run.
  await expect(page.locator("html[data-js]")).toBeAttached();
}

/** Choose an answer by its words; "more" opens the rest of a long list first. */
export async function choose(page: Page, id: string, label: string | RegExp): Promise<void> {
  const field = question(page, id);
  const chip = field.locator("button.chip").filter({ hasText: label }).first();
  if ((await chip.count()) === 0) await field.getByRole("button", { name: /^\d+ more$/ }).click();
  await chip.click();
}

/** The answers of `CASE` as one gives them, question by question. */
export const FIRST_ANSWERS = [
  ["framework", "LangGraph"],
  ["hosting", "Kubernetes"],
  ["proxy", "ingress-nginx"],
  ["symptom", "Long silence"],
] as const;

/** Answer the first questions, each once the one before has been taken. */
export async function answerFirst(page: Page): Promise<void> {
  for (const [id, label] of FIRST_ANSWERS) {
    await choose(page, id, label);
    await expect(answered(page, id)).toBeVisible();
  }
}

/** Addresses of all pages of a kind in the export. */
export function pages(kind: PageKind): string[] {
  const kindOf = pageKinds();
  return pagesOf("out")
    .filter((file) => file.endsWith("index.html") && !/^(404|_)/.test(file) && kindOf(file) === kind)
    .map((file) => `/${file.slice(0, -"index.html".length)}`);
}

/** One page of each kind. */
export const KINDS = [
  "/",
  CASE,
  "/causes/",
  "/causes/proxy-read-timeout/",
  "/guides/",
  "/guides/langgraph/",
  "/limits/",
  "/pairs/",
  "/pairs/langgraph/tool-heartbeat/",
  "/configs/",
  "/configs/nginx/",
  "/checks/",
  "/facts/",
  "/facts/nginx-read-timeout-counts-silence/",
  "/proofs/",
  "/runbooks/",
  "/data/",
  "/offline/",
  "/privacy/",
  "/accuracy/",
  "/search/#q=proxy_read_timeout",
  "/no-such-page/",
];
