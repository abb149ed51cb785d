/**
 * `page MODULE PORT PATH SECONDS`: a page in a real Chromium that imports MODULE from the server on PORT's own origin, and
 * calls its `start(url, show)`. What is shown, and what is added to the text of `#root`, goes to standard output as it
 * comes. It ends with 0 when the promise of `start` is kept, with 1 and the error's words when it is broken; so many
 * SECONDS later, for what a page does that is left open.
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";

const [module = "", port = "", path = "/stream", seconds = "0"] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`;
const PAGE = "/lab-page";

// Packages of the pair's own environment, which is laid out beside the module.
const { build } = createRequire(`${process.cwd()}/`)("esbuild");
const { outputFiles } = await build({
  stdin: {
    contents: `import { start } from ${JSON.stringify(`./${module}`)};
      const root = document.getElementById("root");
      let seen = "";
      new MutationObserver(() => {
        const text = root.textContent;
        if (text !== seen) globalThis.show(text.startsWith(seen) ? text.slice(seen.length) : "\\n" + text);
        seen = text;
      }).observe(root, { childList: true, characterData: true, subtree: true });
      start(${JSON.stringify(path)}, globalThis.show)
        .then(() => globalThis.over(null), (error) => globalThis.over(String(error)));`,
    resolveDir: resolve("."),
  },
  bundle: true,
  format: "esm",
  write: false,
  define: { "process.env.NODE_ENV": '"development"' },
});

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH,
  args: [
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-dev-shm-usage",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
});
const page = await browser.newPage();
page.on("console", (message) => console.error(message.text()));
page.on("pageerror", (error) => console.error(error.message));
await page.exposeFunction("show", (text) => process.stdout.write(text));
const over = new Promise((done) => page.exposeFunction("over", done));
const body = `<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script type="module">${outputFiles[0].text.replaceAll("</script", "<\\/script")}</script>`;
await page.route(`**${PAGE}`, (route) => route.fulfill({ contentType: "text/html", body }));
await page.goto(origin + PAGE);
const error = await over;
await sleep(Number(seconds) * 1000);
if (error !== null) console.error(error);
await browser.close();
process.exitCode = error === null ? 0 : 1;
