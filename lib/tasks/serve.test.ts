import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "./serve";

const ICON = "<svg xmlns='http://www.w3.org/2000/svg'/>";
const LARGE = "a line of text that packs well\n".repeat(5_000);

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lastbyte-serve-"));
  const out = join(folder, "out");
  const files = {
    "index.html": "<h1>Home</h1>",
    "404.html": "<h1>Not here</h1>",
    "causes/index.html": "<h1>Causes</h1>",
    "icon.svg": ICON,
    "large.txt": LARGE,
    ".env": "secret",
    ".git/config": "secret",
    "_site/.hidden.js": "secret",
    "../secret.txt": "secret",
    "../beside/index.html": "secret",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(out, name, ".."), { recursive: true });
    writeFileSync(join(out, name), text);
  }
  symlinkSync(join(folder, "secret.txt"), join(out, "linked.txt"));
  symlinkSync(join(folder, "beside"), join(out, "linked"));
  mkdirSync(join(out, "holds-a-link"));
  symlinkSync(join(folder, "beside/index.html"), join(out, "holds-a-link/index.html"));
  symlinkSync("icon.svg", join(out, "same.svg"));
  site = await serve(out, 0);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

/** A request whose address goes out as it is given: `fetch` would mend it. */
const get = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(site.url);
    ask({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    })
      .on("error", reject)
      .end();
  });

/** Bytes on a bare connection, until it is closed from the other side or has said nothing for a moment. */
const shout = (bytes: string | Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(site.url).port), "127.0.0.1");
    socket.setTimeout(100, () => socket.destroy());
    socket.on("error", () => socket.destroy()).on("close", () => resolve());
    socket.on("data", () => undefined).end(bytes);
  });

const stands = async () => expect((await get("/")).text).toBe("<h1>Home</h1>");

describe("no request ends the server", () => {
  it.each([
    "bytes=5-2",
    "bytes=0-18446744073709551616",
    "bytes=-",
    "bytes=-5",
    "bytes=0-0",
    "bytes=99999999-",
    "bytes=-99999999999999999999",
    "bytes=1-2,4-3,0-",
    "bytes=NaN-Infinity",
    "lines=1-2",
    "=",
    "bytes=0x1-0x5",
  ])("a range of %s is ignored: the whole file comes", async (Range) => {
    const { status, text } = await get("/icon.svg", { Range, "If-Range": '"x"' });
    expect(status).toBe(200);
    expect(text).toBe(ICON);
    await stands();
  });

  it.each([
    "/%",
    "/%00",
    "/%ff",
    "/%c0%ae",
    "//",
    "//x",
    "/\\..\\",
    "/?%",
    "/#",
    "http://",
    "http://x/icon.svg",
  ])("nor does the address %s", async (path) => {
    expect((await get(path)).status).toBeLessThan(500);
    await stands();
  });

  it("nor a name longer than a file system takes", async () => {
    expect((await get(`/${"a".repeat(9_000)}`)).status).toBe(404);
    await stands();
  });

  it("nor do any bytes", async () => {
    const word = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom("..", "%2e%2e", "%2f", "\0", "*", "/"),
    );
    const line = fc
      .tuple(fc.constantFrom("GET", "HEAD", "POST", "CONNECT", "OPTIONS", "TRACE", "X"), fc.array(word))
      .map(([method, words]) => `${method} /${words.join("/")} HTTP/1.1\r\n`);
    const header = fc
      .tuple(
        fc.constantFrom(
          "Range",
          "If-Range",
          "If-None-Match",
          "If-Modified-Since",
          "Accept-Encoding",
          "Host",
          "Expect",
        ),
        fc.oneof(
          fc.string(),
          fc.constantFrom("bytes=9-1", "*", "gzip;q=x", "br, br;q=1", "100-continue", "W/"),
        ),
      )
      .map(([name, value]) => `${name}: ${value}\r\n`);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(line, fc.array(header, { maxLength: 5 }))
        .map(([first, rest]) => `${first}${rest.join("")}\r\n`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { minLength: 10, maxLength: 10 }), async (all) => {
        await Promise.all(all.map(shout));
        await stands();
      }),
      { numRuns: 30 },
    );
  });

  it("a caller who goes away in the middle takes nobody along", async () => {
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const gone = new AbortController();
        const answered = fetch(`${site.url}/large.txt`, { signal: gone.signal });
        await answered;
        gone.abort();
      }),
    );
    await stands();
  });
});

describe("only what is in the export is served", () => {
  it.each(["/.env", "/.git/config", "/_site/.hidden.js", "/causes/../.env", "/%2eenv"])(
    "%s has a dot",
    async (path) => {
      const { status, text } = await get(path);
      expect(status).toBe(404);
      expect(text).toBe("<h1>Not here</h1>");
    },
  );

  it.each([
    "/linked.txt",
    "/linked/",
    "/linked",
    "/linked/index.html",
    "/holds-a-link/",
    "/holds-a-link/index.html",
  ])("%s is a link that leads out", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/..%2fbeside",
    "/%2e%2e/beside/",
    "/causes/..%2f..%2fbeside%2f",
  ])("%s is outside, and nothing says whether it is there", async (path) => {
    const { status, text, headers } = await get(path);
    expect(status).toBe(404);
    expect(text).not.toContain("secret");
    expect(headers["location"]).toBeUndefined();
  });

  it("a link within it is served", async () => {
    expect((await get("/same.svg")).text).toBe(ICON);
  });
});

describe("files", () => {
  it.each([
    ["/causes", "/causes/"],
    ["/causes?from=mail", "/causes/?from=mail"],
    ["//causes?x", "/causes/?x"],
  ])("%s is sent to %s, and never to another host", async (path, to) => {
    const { status, headers } = await get(path);
    expect(status).toBe(308);
    expect(headers["location"]).toBe(to);
  });

  it.each(["gzip", "br", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.5"])(
    "of text are packed with gzip, or not, for who takes %s",
    async (accepted) => {
      const { headers, status } = await get("/large.txt", { "Accept-Encoding": accepted });
      expect(status).toBe(200);
      expect(headers["content-encoding"]).toBe(accepted.includes("gzip") ? "gzip" : undefined);
    },
  );

  it("are not sent again to who has them", async () => {
    const { headers } = await get("/icon.svg");
    const again = await get("/icon.svg", { "If-None-Match": String(headers["etag"]) });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it.each([
    ["/", 200],
    ["/nothing/", 404],
    ["/causes", 308],
    ["/%", 400],
  ])("%s carries the headers, and HEAD says the same without the file", async (path, status) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await get(path, {}, method);
      expect(answer.status).toBe(status);
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      if (method === "HEAD") expect(answer.text).toBe("");
    }
  });

  it("are read only", async () => {
    const { status, headers } = await get("/", {}, "POST");
    expect([status, headers["allow"]]).toEqual([405, "GET, HEAD"]);
  });
});

describe("where it listens", () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  const reached = (host: string, url: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect(Number(new URL(url).port), host, () => {
        socket.destroy();
        resolve(true);
      });
      socket.setTimeout(2_000, () => socket.destroy());
      socket.on("error", () => resolve(false)).on("close", () => resolve(false));
    });

  it("is this machine alone, unless a host is given", async () => {
    const wide = await serve(join(folder, "out"), 0, { host: "0.0.0.0" });
    try {
      expect(await reached("127.0.0.1", site.url)).toBe(true);
      for (const { address } of outside) {
        expect(await reached(address, site.url), address).toBe(false);
        expect(await reached(address, wide.url), address).toBe(true);
      }
      expect(new URL(wide.url).hostname).toBe("localhost");
    } finally {
      await wide.close();
    }
  });
});

describe("an export that was built for a path stands there", () => {
  let below: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const out = join(folder, "below");
    mkdirSync(join(out, "causes"), { recursive: true });
    mkdirSync(join(out, "_site"));
    for (const [name, text] of [
      ["manifest.webmanifest", '{ "scope": "/tools/last.byte/" }'],
      ["index.html", "<h1>Home</h1>"],
      ["404.html", "<h1>Not here</h1>"],
      ["causes/index.html", "<h1>Causes</h1>"],
      ["_site/a.1.js", "code"],
    ] as const)
      writeFileSync(join(out, name), text);
    below = await serve(out, 0);
  });
  afterAll(() => below.close());

  const ask = (path: string) => fetch(new URL(below.url).origin + path, { redirect: "manual" });

  it("and says so", () => expect(new URL(below.url).pathname).toBe("/tools/last.byte"));

  it.each([
    ["/tools/last.byte/", 200, "no-cache", "<h1>Home</h1>"],
    ["/tools/last.byte/causes/?q", 200, "no-cache", "<h1>Causes</h1>"],
    ["/tools/last.byte/_site/a.1.js", 200, "public, max-age=31536000, immutable", "code"],
    ["/tools/last.byte/no-such-page/", 404, "no-cache", "<h1>Not here</h1>"],
    ["/causes/", 404, "no-cache", "<h1>Not here</h1>"],
    ["/tools/", 404, "no-cache", "<h1>Not here</h1>"],
    ["/tools/lastxbyte/", 404, "no-cache", "<h1>Not here</h1>"],
    ["/tools/last.byte-old/", 404, "no-cache", "<h1>Not here</h1>"],
    ["/tools/last.byte/..%2fsecret.txt", 404, "no-cache", "<h1>Not here</h1>"],
  ])("%s answers %i", async (path, status, cache, text) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("cache-control")).toBe(cache);
    expect(await response.text()).toBe(text);
  });

  it.each([
    ["/", 307, "/tools/last.byte/"],
    ["/?q=1", 307, "/tools/last.byte/?q=1"],
    ["/tools/last.byte", 307, "/tools/last.byte/"],
    ["/tools/last.byte/causes?q", 308, "/tools/last.byte/causes/?q"],
  ])("%s leads on by %i", async (path, status, to) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("location")).toBe(to);
  });
});
