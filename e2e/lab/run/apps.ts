/** The lab's own apps, which stand behind a proxy or are asked by a program: modules of e2e/lab/apps. */
export const APPS = "e2e/lab/apps";
/** The environment in which they run, and the package that serves them. */
export const APPS_ENVIRONMENT = "serving";
export const APPS_SERVER = "uvicorn";

/** The command that serves one. h11 is the implementation that keeps to the letter of HTTP. */
export const serveApp = (app: string): string =>
  `${APPS_SERVER} ${app}:app --host 127.0.0.1 --port {port} --http h11 --no-access-log`;
