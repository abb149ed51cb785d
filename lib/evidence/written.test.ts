/** Configurations in other clothes: written by commands, or with names of another style. */
import { describe, expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { readEvidence } from "./read";
import { printed } from "./record";

const readings = readingsOf(loadContent("content"));

async function found(name: string, ...lines: string[]): Promise<string[]> {
  const { findings } = await readEvidence([{ piece: 0, name, text: lines.join("\n") }], readings);
  return printed(findings, (cause) => cause).map(({ line, cause, speaks }) => `${line} ${cause} ${speaks}`);
}

describe("a configuration that commands write", () => {
  it("line by line", async () =>
    expect(
      await found(
        "Dockerfile",
        "FROM nginx:1.27",
        "RUN echo 'server {' > /etc/nginx/conf.d/a.conf && \\",
        "  echo '  location /chat {' >> /etc/nginx/conf.d/a.conf && \\",
        "  echo '    proxy_pass http://app;' >> /etc/nginx/conf.d/a.conf && \\",
        "  echo '    proxy_read_timeout 30s;' >> /etc/nginx/conf.d/a.conf && \\",
        "  echo '  }' >> /etc/nginx/conf.d/a.conf && \\",
        "  echo '}' >> /etc/nginx/conf.d/a.conf",
      ),
    ).toEqual(["3 proxy-buffering for", "5 proxy-read-timeout for"]));

  it("by an instruction each", async () =>
    expect(
      await found(
        "Dockerfile",
        "FROM nginx:1.27",
        'RUN echo "location /chat {" >> /etc/nginx/conf.d/a.conf',
        'RUN echo "  proxy_pass http://app; proxy_buffering off;" >> /etc/nginx/conf.d/a.conf',
        'RUN echo "  proxy_read_timeout 900s; }" >> /etc/nginx/conf.d/a.conf',
      ),
    ).toEqual(["3 proxy-buffering against", "4 proxy-read-timeout against"]));

  it("what is only printed is no file", async () =>
    expect(
      await found(
        "Dockerfile",
        "FROM nginx:1.27",
        'RUN echo "location /chat {"',
        'RUN echo "proxy_pass http://app;"',
        'RUN echo "}"',
      ),
    ).toEqual([]));
});

describe("names of another style", () => {
  const routes = (...route: string[]) =>
    found(
      "envoy.yaml",
      "virtualHosts:",
      "  - routes:",
      "      - match: { prefix: / }",
      "        route:",
      "          cluster: app",
      ...route.map((line) => `          ${line}`),
    );

  it("are the same settings", async () =>
    expect(await routes("timeout: 0s", "idleTimeout: 3600s")).toEqual([
      "6 proxy-total-timeout against",
      "7 proxy-read-timeout against",
    ]));

  it("and others stay others", async () =>
    expect(await routes("timeout: 0s", "idleTimeoutX: 3600s")).toEqual(["6 proxy-total-timeout against"]));
});
