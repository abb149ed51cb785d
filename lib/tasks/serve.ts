/** A static server for the export, as a good static host would do it: compressed, cached by name, with security headers. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { cacheControl, SECURITY_HEADERS } from "./export/headers";

/** The same address with its closing slash, where that is a page and this is not; null otherwise. */
function withSlash(out: string, address: string): string | null {
  try {
    const { pathname, search } = new URL(address, "http://localhost");
    if (pathname.endsWith("/") || !existsSync(join(out, decodeURIComponent(pathname), "index.html")))
      return null;
    return `${pathname}/${search}`;
  } catch {
    return null;
  }
}

/**
 * Serve an export.
 * @param port 0 takes any free port
 * @param onRequest hears the address of each request
 * @returns where it listens, and how to end it; rejects when it cannot listen
 */
export async function serve(
  out: string,
  port: number,
  onRequest: (address: string) => void = () => undefined,
): Promise<{ url: string; close: () => Promise<void> }> {
  const missing = readFileSync(join(out, "404.html"));
  const notFound = (_: IncomingMessage, response: ServerResponse) => {
    response.statusCode = 404;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-cache");
    response.end(missing);
  };
  const files = sirv(out, {
    // Looks at the files anew for each request: an export may be built again while it is served.
    dev: true,
    etag: true,
    onNoMatch: notFound,
    setHeaders: (response, path) => {
      response.setHeader("Cache-Control", cacheControl(path));
    },
  });
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  const server = createServer((request, response) => {
    onRequest(request.url ?? "/");
    // A file that is taken away while it is sent ends its response, and not the server.
    response.on("pipe", (file) => {
      file.on("error", () => {
        response.destroy();
      });
    });
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const better = withSlash(out, request.url ?? "/");
    if (better !== null) {
      response.writeHead(308, { Location: better }).end();
      return;
    }
    compress(request, response, () => {
      files(request, response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
