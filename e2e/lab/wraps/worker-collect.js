const APP = "http://127.0.0.1:{{behind}}";

export default {
  async fetch(request) {
    const { pathname, search } = new URL(request.url);
    const answer = await fetch(new Request(APP + pathname + search, request));
    return new Response(await answer.text(), answer);
  },
};
