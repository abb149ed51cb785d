// A Worker in front of a streaming app: it passes the stream on as it comes, and a WebSocket too.
const APP = "https://app.example.com";

export default {
  async fetch(request) {
    const { pathname, search } = new URL(request.url);
    const answer = await fetch(new Request(APP + pathname + search, request));
    const response = new Response(answer.body, answer);
    response.headers.set("Cache-Control", "no-cache, no-transform");
    return response;
  },
};
