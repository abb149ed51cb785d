/** `npm run check`: everything in `npm test` but the browser and the second build. */
import { runChecks } from "./checks/checks";
import { Steps } from "./steps";

const steps = new Steps();
await runChecks(steps);
steps.close();
