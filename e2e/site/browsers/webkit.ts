/** WebKit as Debian packs it: the small browser of WebKitGTK over WebDriver, on a display of its own that nobody sees. */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { freePort } from "../../../lib/tasks/port";
import { LeftPage, type Running, type Tab } from "./tab";
import { Session } from "./webdriver";

const STARTS_WITHIN_MS = 20_000;

/** How often a browser is started before it counts as one that does not. */
const STARTS = 3;

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

interface Driver {
  address: string;
  end(): void;
}

/** Start the driver, and wait until it answers. @throws when it does not */
async function startDriver(program: string, display: string): Promise<Driver> {
  const port = await freePort();
  // The driver leads a group of its own, so that its browsers end with it.
  const driver = spawn(program, [`--port=${port}`], {
    stdio: "ignore",
    detached: true,
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: "x11" },
  });
  const address = `http://127.0.0.1:${port}`;
  const end = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    const ready = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    if (Date.now() > end) throw new Error("the driver of WebKit does not answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address,
    end() {
      if (driver.pid !== undefined && driver.exitCode === null) process.kill(-driver.pid, "SIGKILL");
    },
  };
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

/**
 * Start a screen and the driver; each tab is a browser of its own, which keeps nothing.
 *
 * On a busy machine the driver now and then loses the browser that it starts, and waits for it for ever. Then another
 * driver is started, before the journey has begun.
 * @throws when one does not start
 */
export async function startWebKit(programs: { driver: string; xvfb: string }): Promise<Running> {
  const { screen, display } = await startDisplay(programs.xvfb);
  let driver = await startDriver(programs.driver, display);
  return {
    async open() {
      for (let left = STARTS; ; left -= 1) {
        try {
          return new WebKitTab(await Session.open(driver.address, {}, STARTS_WITHIN_MS));
        } catch (error) {
          if (left === 1) throw error;
          console.warn(`WebKit did not start, and is started again: ${String(error)}`);
          driver.end();
          driver = await startDriver(programs.driver, display);
        }
      }
    },
    end() {
      driver.end();
      screen.kill();
      return Promise.resolve();
    },
  };
}
