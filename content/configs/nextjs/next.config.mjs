/** Next.js in front of an app that streams: `/stream` is a rewrite to it. */
export default {
  compress: false,
  experimental: { proxyTimeout: 300_000 },
  rewrites: () => [
    { source: "/stream", destination: "http://127.0.0.1:8000/stream" },
    { source: "/stream/:path*", destination: "http://127.0.0.1:8000/stream/:path*" },
  ],
};
