/** Exports on a server of their own, that can be cut off, changed for another version, or damaged. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { OUT } from "../../lib/tasks/export/stamp";
import { filesIn } from "../../lib/tasks/files";
import { pageKinds, pagesOf } from "../../lib/tasks/export/pages";
import { writeWorker } from "../../lib/tasks/export/precache";
import { serve } from "../../lib/tasks/serve";

/** A server whose address stays while what it serves changes. */
export class Site {
  private folders: string[] = [];
  /** Addresses that were asked for, in their order. */
  readonly asked: string[] = [];
  /** An answer waits for this. */
  before: (address: string) => Promise<void> = () => Promise.resolve();
  private stop: () => Promise<void> = () => Promise.resolve();
  url = "";

  async serve(out = OUT): Promise<this> {
    await this.cut();
    const { url, close } = await serve(out, this.url === "" ? 0 : Number(new URL(this.url).port), {
      onRequest: (address) => {
        this.asked.push(address);
        return this.before(address);
      },
    });
    Object.assign(this, { url, stop: close });
    return this;
  }

  /** Another program at the same address, which knows nothing of us. */
  async replace(): Promise<void> {
    await this.cut();
    const server: Server = createServer((_, response) =>
      response.setHeader("Content-Type", "text/html").end("<h1>Somebody else</h1>"),
    );
    await new Promise<void>((resolve) => {
      server.listen(Number(new URL(this.url).port), resolve);
    });
    this.stop = () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
  }

  /** Wait until nobody has asked for anything for a while. */
  async quiet(): Promise<void> {
    for (let before = -1; before !== this.asked.length;) {
      before = this.asked.length;
      await new Promise((resolve) => setTimeout(resolve, 2_500));
    }
  }

  async cut(): Promise<void> {
    await this.stop();
    this.stop = () => Promise.resolve();
  }

  async end(): Promise<void> {
    await this.cut();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }

  copy(): string {
    const folder = mkdtempSync(join(tmpdir(), "lastbyte-site-"));
    this.folders.push(folder);
    cpSync(OUT, folder, { recursive: true });
    return folder;
  }

  /** The same site one version on: other headlines, another script, another folder of fragments. */
  async nextVersion(): Promise<string> {
    const out = this.copy();
    const [hash = ""] = readdirSync(join(out, "f"));
    const script = readdirSync(join(out, "_site")).find((name) => name.startsWith("document."))!;
    const renamed = (text: string) =>
      text.replaceAll(hash, hash.split("").reverse().join("")).replaceAll(script, `next-${script}`);
    const kindOf = pageKinds();
    const documents = new Set(pagesOf(out).filter((page) => kindOf(page) === "document"));
    for (const file of filesIn(out).filter((name) => /\.(html|js)$/.test(name))) {
      const text = renamed(readFileSync(join(out, file), "utf8"));
      writeFileSync(join(out, file), documents.has(file) ? text.replace("</h1>", " II</h1>") : text);
    }
    renameSync(join(out, "f", hash), join(out, "f", renamed(hash)));
    renameSync(join(out, "_site", script), join(out, "_site", `next-${script}`));
    await writeWorker(out);
    return out;
  }
}

/** A line on which the browser says that each megabyte counts: what an incident needs comes by itself, and nothing more. */
export const onMeteredLine = (page: Page) =>
  page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "connection", {
      get: () => ({ saveData: false, effectiveType: "4g", type: "cellular" }),
    }),
  );

/** What /offline/ says of the copy. */
export const standing = (page: Page) => page.locator("[data-offline-state]");

/** Ask for everything at once, and wait until it is here. */
export async function keepAll(page: Page, { url }: Site): Promise<void> {
  await page.goto(`${url}/offline/`);
  await expect(standing(page)).not.toContainText("Looking at");
  const button = page.getByRole("button", { name: "Keep it all now" });
  if (await button.isVisible()) await button.click();
  await expect(standing(page)).toContainText("This browser has the whole site:", { timeout: 60_000 });
}

/** Visit a page of a site of which the browser has everything. */
export async function visit(page: Page, site: Site, address: string): Promise<void> {
  await keepAll(page, site);
  await page.goto(site.url + address);
}

/** Names of the caches that hold a version. */
export const versions = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => /-[0-9a-f]{12}$/.test(name)));
