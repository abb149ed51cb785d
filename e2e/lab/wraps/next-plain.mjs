export default {
  experimental: { {{experimental}} },
  rewrites: () => [{ source: "/stream", destination: "http://127.0.0.1:{{behind}}/stream" }],
};
