/** WebKit as Debian packs it: the small browser of WebKitGTK over WebDriver, on a display of its own that nobody sees. */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { freePort } from "../../../lib/tasks/port";
import { LeftPage, type Running, type Tab } from "./tab";
import { Session } from "./webdriver";

const STARTS_WITHIN_MS = 20_000;

/** Start a screen. @returns its process, and its name once it can be drawn on */
async function startDisplay(xvfb: string): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(xvfb, ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await new Promise<string[]>((resolve, reject) => {
    screen.once("error", reject);
    screen.once("exit", () => {
      reject(new Error(`${xvfb} ended at once`));
    });
    createInterface(screen.stdout).once("line", (line) => {
      resolve([line]);
    });
  });
  return { screen, display: `:${number ?? ""}` };
}

/** Wait until the driver answers. */
async function answers(address: string): Promise<void> {
  const end = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    const ready = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > end) throw new Error("the driver of WebKit does not answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

class WebKitTab implements Tab {
  constructor(private readonly session: Session) {}

  async goto(url: string): Promise<void> {
    await this.session.go("url", { url });
  }

  async reload(): Promise<void> {
    await this.session.go("refresh");
  }

  async back(): Promise<void> {
    await this.session.go("back");
  }

  async forward(): Promise<void> {
    await this.session.go("forward");
  }

  async run<Args extends unknown[], Result>(
    inPage: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const inThis = () => this.session.run(inPage.toString(), args) as Promise<Result>;
    try {
      return await inThis();
    } catch (error) {
      if (error instanceof LeftPage) return inThis();
      throw error;
    }
  }

  async press(...keys: string[]): Promise<void> {
    await this.session.press(keys);
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.session.press([character === "\n" ? "Enter" : character]);
  }

  async tap(x: number, y: number): Promise<void> {
    await this.session.tap(x, y);
  }

  print(): Promise<never> {
    return Promise.reject(new Error("WebKit's driver cannot print: lib/tasks/browser.ts says so"));
  }

  complaints(): null {
    return null;
  }

  async close(): Promise<void> {
    await this.session.end();
  }
}

/** Start a screen and the driver; each tab is a browser of its own, which keeps nothing. @throws when one does not start */
export async function startWebKit(programs: { driver: string; xvfb: string }): Promise<Running> {
  const { screen, display } = await startDisplay(programs.xvfb);
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: "x11" },
  });
  const address = `http://127.0.0.1:${port}`;
  await answers(address);
  return {
    async open() {
      return new WebKitTab(await Session.open(address, {}));
    },
    end() {
      driver.kill();
      screen.kill();
      return Promise.resolve();
    },
  };
}
