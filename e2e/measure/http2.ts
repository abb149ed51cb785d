/** An export over HTTP/2, packed ahead, so that the server takes no time of what is measured. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { cacheControl, SECURITY_HEADERS } from "../../lib/tasks/export/headers";
import { filesIn } from "../../lib/tasks/files";

/** Browsers speak HTTP/2 over TLS only: the certificate is made for the run, and trusted by nobody. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-tls-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  try {
    const made = spawnSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "1",
      ].concat(["-subj", "/CN=localhost", "-keyout", key, "-out", cert]),
      { encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`openssl could not make a certificate: ${made.stderr}`);
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serve an export over HTTP/2, on a free port.
 * @returns where it listens, and how to end it
 */
export async function serveHttp2(out: string): Promise<{ url: string; close: () => Promise<void> }> {
  const files = new Set(filesIn(out));
  const packed = new Map<string, Buffer>();
  const bodyOf = (file: string): Buffer => {
    const body = packed.get(file) ?? gzipSync(readFileSync(join(out, file)));
    packed.set(file, body);
    return body;
  };
  const server = createSecureServer(certificate());
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
  });
  server.on("stream", (stream, headers) => {
    // A page that is left resets what it asked for.
    stream.on("error", () => undefined);
    const { pathname } = new URL(headers[":path"] ?? "/", "https://localhost");
    const asked = decodeURIComponent(pathname).slice(1);
    const file = asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
    const found = files.has(file);
    stream.respond({
      ":status": found ? 200 : 404,
      ...Object.fromEntries(SECURITY_HEADERS),
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "cache-control": cacheControl(pathname),
    });
    stream.end(bodyOf(found ? file : "404.html"));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
