/** `npm run dev`: the site while one works on it. */
import { basePath } from "./export/site";
import { tool } from "./steps";

const port = process.env["PORT"] ?? "3000";
const base = basePath();
console.log(`dev: http://localhost:${port}${base}, rebuilt as you save; stop with Ctrl+C`);
const { code } = await tool("next", ["dev", "--port", port, ...process.argv.slice(2)], {
  loud: true,
  env: { NEXT_PUBLIC_BASE_PATH: base },
});
process.exitCode = code;
