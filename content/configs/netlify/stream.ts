// Pass a stream of the Python app on, chunk by chunk.
import type { Config } from "@netlify/edge-functions";

const upstream = "https://app.example.com";

export default async (request: Request): Promise<Response> => {
  const url = new URL(request.url);
  const answer = await fetch(upstream + url.pathname + url.search, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    redirect: "manual",
  });
  const headers = new Headers(answer.headers);
  // fetch has unpacked the body: these two would be wrong now.
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.set("Cache-Control", "no-cache, no-transform");
  return new Response(answer.body, { status: answer.status, headers });
};

export const config: Config = { path: "/stream" };
