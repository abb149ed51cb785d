/** A static server for the export, as a good static host would do it: compressed, cached by name, with security headers. */
import { realpath } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, sep } from "node:path";
import compression from "compression";
import send from "send";
import { baseOf } from "./export/base";
import { cacheControl, SECURITY_HEADERS } from "./export/headers";

/** Who listens here is reached from this machine alone. */
export const LOOPBACK = "127.0.0.1";
const EVERYWHERE = ["0.0.0.0", "::"];

export interface ServeOptions {
  /** Name or address of the interface that is listened on. */
  host?: string;
  /** Hears the address of each request, which is answered when this is done. */
  onRequest?: (address: string) => void | Promise<void>;
}

const NOT_FOUND = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" };

/** Answer with a status and no file. Once a file is under way, all that is left is to break off. */
function refuse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: Buffer,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // Nothing that was meant for a file may stand beside another status.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  response.writeHead(status, headers).end(body);
}

/** Does a link in the export lead out of it? What is not there leads nowhere. */
async function leadsOut(out: string, path: string): Promise<boolean> {
  const root = await realpath(out);
  const ends = await Promise.all(
    [path, join(path, "index.html")].map((file) => realpath(join(root, file)).catch(() => root)),
  );
  return ends.some((end) => end !== root && !end.startsWith(root + sep));
}

const compress = compression() as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** No Brotli: 50 answers at once would take 80 MB more, and with windows that take less it packs no better than gzip. */
function withoutBrotli(request: IncomingMessage): void {
  request.headers["accept-encoding"] = (request.headers["accept-encoding"] ?? "").replaceAll(/\bbr\b/g, "");
}

/** The path of a request, as it was sent and as files are named, and its query; null where it is none. */
function targetOf(request: IncomingMessage): { sent: string; path: string; query: string } | null {
  const given = request.url ?? "/";
  try {
    const { pathname, search } = new URL(given.startsWith("/") ? `http://localhost${given}` : given);
    const path = decodeURIComponent(pathname);
    return path.includes("\0") ? null : { sent: pathname, path, query: search };
  } catch {
    return null;
  }
}

/** What is served. */
interface Served {
  out: string;
  /** Path below which it stands. */
  base: string;
  /** The page that says that an address is not here. */
  missing: Buffer;
}

/** Send the file of an address, or the page that says that it is not here. */
async function answer(
  { out, base, missing }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const notFound = () => {
    refuse(response, 404, NOT_FOUND, request.method === "HEAD" ? undefined : missing);
  };
  const target = targetOf(request);
  if (target === null) {
    refuse(response, 400);
    return;
  }
  const { query } = target;
  if (base !== "" && ["/", base].includes(target.sent)) {
    // Not for good: tomorrow an export with another base may stand here.
    refuse(response, 307, { Location: `${base}/${query}` });
    return;
  }
  const sent = target.sent.slice(base.length);
  if (!target.sent.startsWith(`${base}/`) || (await leadsOut(out, target.path.slice(base.length)))) {
    notFound();
    return;
  }
  const file = send(request, sent, {
    root: out,
    dotfiles: "ignore",
    cacheControl: false,
    // It is right to ignore a range, and a part of what is packed on the way would be of no use.
    acceptRanges: false,
  });
  file.on("headers", () => response.setHeader("Cache-Control", cacheControl(sent)));
  file.on("directory", () => {
    refuse(response, 308, { Location: `${base}${sent.replace(/^\/+/, "/")}/${query}` });
  });
  file.on("error", ({ status = 500 }: { status?: number }) => {
    if (status === 404 || status === 403) notFound();
    else refuse(response, status);
  });
  withoutBrotli(request);
  compress(request, response, () => file.pipe(response));
}

function urlOf(host: string, port: number): string {
  const name = host === LOOPBACK || EVERYWHERE.includes(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/**
 * Serve an export, below the path that it was built for.
 * @param port 0 takes any free port
 * @returns where it stands, and how to end it; rejects when it cannot listen
 */
export async function serve(
  out: string,
  port: number,
  { host = LOOPBACK, onRequest = () => undefined }: ServeOptions = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const served = { out, base: baseOf(out), missing: readFileSync(join(out, "404.html")) };
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    await onRequest(request.url ?? "/");
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    if (request.method === "GET" || request.method === "HEAD") await answer(served, request, response);
    else refuse(response, 405, { Allow: "GET, HEAD" });
  };
  const server = createServer((request, response) => {
    // Whatever a request makes go wrong, it ends that request alone.
    respond(request, response).catch((error: unknown) => {
      console.error(error);
      refuse(response, 500);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: urlOf(host, taken) + served.base,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
