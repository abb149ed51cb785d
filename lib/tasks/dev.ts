/** `npm run dev`: the site while one works on it. */
import { tool } from "./steps";

const port = process.env["PORT"] ?? "3000";
console.log(`dev: http://localhost:${port}, rebuilt as you save; stop with Ctrl+C`);
const { code } = await tool("next", ["dev", "--port", port, ...process.argv.slice(2)], { loud: true });
process.exitCode = code;
