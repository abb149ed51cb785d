/** Serves an edge function as its platform does: `deno run … edge.mjs FILE PORT BEHIND`, once the app behind it answers. */
const { args, serve } = globalThis.Deno;
const { default: handler } = await import(`./${args[0]}`);
while (
  !(await fetch(`http://127.0.0.1:${args[2]}/lab-ready`).then(
    (answer) => answer.text(),
    () => null,
  ))
)
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
serve({ hostname: "127.0.0.1", port: Number(args[1]) }, (request) => handler(request));
