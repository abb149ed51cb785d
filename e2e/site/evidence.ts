/** What the journeys with pasted text share. */
import { expect, type Page } from "@playwright/test";

/** A site that streams a chat through nginx with its default buffering and a short clock. */
export const NGINX = `upstream app {
    server 127.0.0.1:8000;
}

server {
    listen 443 ssl;
    server_name chat.example.com;

    location / {
        root /var/www/chat;
    }

    location /api/chat/stream {
        proxy_pass http://app;
        proxy_http_version 1.1;
        proxy_read_timeout 60s;
    }
}
`;

export const LOG = `2026-11-29T16:00:01Z INFO request started
2026/11/29 16:01:01 [error] 7#7: *1 upstream timed out (110: Connection timed out) while reading upstream, client: 10.1.2.3
[2026-11-29 16:02:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:9)
`;

export const HARMLESS = `{
  "name": "shop",
  "dependencies": { "left-pad": "1.3.0" }
}
`;

export const piece = (page: Page, at = 0) => page.locator("[data-piece]").nth(at);
export const line = (page: Page, number: number) => page.locator(`[data-piece] [data-line="${number}"]`);

/** Paste as the browser does it, into what has the focus. */
export async function pasteInto(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    (document.activeElement ?? document.body).dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Paste into the box, and wait until it is read. */
export async function give(page: Page, text: string): Promise<void> {
  const before = await page.locator("[data-piece]").count();
  const more = page.getByRole("button", { name: /Add more|Paste a log/ });
  if (await more.isVisible()) await more.click();
  await page.locator("[data-give]").focus();
  await pasteInto(page, text);
  await expect(piece(page, before).locator(".count")).not.toHaveText("");
}

/** Choose files. */
export async function giveFiles(page: Page, files: { name: string; text: string | Buffer }[]): Promise<void> {
  await page.locator("[data-give-files]").setInputFiles(
    files.map(({ name, text }) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
    })),
  );
}
