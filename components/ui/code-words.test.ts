import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CodeWords, Options } from "./code-words";

const plain = (html: string) => html.replaceAll(/<wbr[^>]*>/g, "").replaceAll(/<\/?span[^>]*>/g, "");

test("an option keeps its dashes, and the text stays what it was", () => {
  const html = renderToStaticMarkup(createElement(Options, { text: "curl -sN --max-time 5 -D - x-y" }));
  expect(html).toBe(
    'curl <span class="opt">-sN</span> <span class="opt">--max</span>-time 5 <span class="opt">-D</span> - x-y',
  );
  expect(plain(html)).toBe("curl -sN --max-time 5 -D - x-y");
});

test("what stands alone between a command and its arguments stays whole", () => {
  expect(renderToStaticMarkup(createElement(Options, { text: "npm run prove -- a:b" }))).toBe(
    'npm run prove <span class="opt">--</span> a:b',
  );
});

test("a long name may break between its parts", () => {
  const html = renderToStaticMarkup(
    createElement(CodeWords, { text: "--http-timeout StreamingHttpResponse" }),
  );
  expect(html).toContain('Streaming<wbr class="cell"/>Http<wbr class="cell"/>Response');
  expect(plain(html)).toBe("--http-timeout StreamingHttpResponse");
});
