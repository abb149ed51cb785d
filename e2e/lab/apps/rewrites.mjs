/** What Next.js is built with when its start script is what a run is about: the app behind it. */
export default {
  rewrites: () => [{ source: "/stream", destination: `http://127.0.0.1:${process.env.BEHIND}/stream` }],
};
