import { address, choose, click, open, pasted, see, texts } from "./acts";
import { expect, test } from "./browser-test";

const CONFIG = '[data-configs] .code:has([data-value="longest-silence"])';

test("from the first question to a config with the user's own value, copied as it stands", async ({
  tab,
  at,
}) => {
  await open(tab, at("/"));
  await choose(tab, "framework", "LangGraph");
  await choose(tab, "hosting", "A server or VM");
  await choose(tab, "proxy", "nginx");
  await choose(tab, "symptom", "Long silence");
  await expect
    .poll(() => address(tab))
    .toMatch(/#symptom=stall-then-cut&framework=langgraph&hosting=vm&proxy=nginx$/);
  await see(tab, "ol[data-verdict] > li[data-cause]");
  await see(tab, "[data-pair] pre");
  await click(tab, ".ways button", "In settings");
  await click(tab, "summary", "Fill in your own values");
  await click(tab, "label", "Longest silence, seconds");
  await tab.press("Control", "a");
  await tab.type("777");
  await see(tab, `${CONFIG} [data-value="longest-silence"]`, "777s");
  await click(tab, `${CONFIG} [data-copy]`);
  await expect.poll(() => pasted(tab)).toContain("777s");
  const shown = (await texts(tab, `${CONFIG} pre .line`)).join("\n");
  expect((await pasted(tab)).trim()).toBe(shown.trim());
});
