/** `npm start`: the export, built where it is missing or older than its sources, served on PORT (3000). */
import { buildExport, isFresh, OUT } from "./export/export";
import { serve } from "./serve";
import { Steps } from "./steps";

const port = Number(process.env["PORT"] ?? "3000");
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`start: PORT is "${process.env["PORT"] ?? ""}", and has to be a number from 0 to 65535.`);
  process.exit(2);
}

const steps = new Steps();
if (isFresh()) console.log("build: out/ is up to date");
else {
  console.log("build: the static export, about a minute");
  const built = await steps.run("build", "out/ is as it was", async () => {
    await buildExport();
    return { note: "the export stands in out/" };
  });
  if (!built) process.exit(steps.code);
}

try {
  const { url, close } = await serve(OUT, port);
  console.log(`start: ${url}, stop with Ctrl+C`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
} catch (error) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    console.error(
      `start: port ${port} is taken; stop what listens there, or choose another one: PORT=${port + 1} npm start`,
    );
  else if (code === "EACCES")
    console.error(
      `start: port ${port} needs more rights than this user has; choose one above 1023: PORT=3000 npm start`,
    );
  else throw error;
  process.exit(1);
}
