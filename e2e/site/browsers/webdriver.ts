/** The few commands of W3C WebDriver that the journeys need, as the driver of WebKitGTK takes them. */
import { LeftPage } from "./tab";

/** Keys that have no character, as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Shift: "\uE008",
  Control: "\uE009",
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** The longest that a function in the page may take. */
const SCRIPT_MS = 5_000;

/** What the driver says of a script whose page was left while it ran: it waits for it in vain, or gets no result. */
const LEFT = /script timeout|Could not parse script result/;

export class Session {
  private constructor(private readonly address: string) {}

  /** @param driver where the driver listens @throws when it gives no session within `withinMs` milliseconds */
  static async open(driver: string, capabilities: object, withinMs: number): Promise<Session> {
    const { sessionId } = await ask<{ sessionId: string }>(
      "POST",
      `${driver}/session`,
      { capabilities: { alwaysMatch: capabilities } },
      AbortSignal.timeout(withinMs),
    );
    const address = `${driver}/session/${sessionId}`;
    await ask("POST", `${address}/timeouts`, { script: SCRIPT_MS });
    return new Session(address);
  }

  /** Go to an address, or through the history with `back`, `forward` and `refresh`. */
  go(command: "url" | "back" | "forward" | "refresh", body: object = {}): Promise<unknown> {
    return ask("POST", `${this.address}/${command}`, body);
  }

  /**
   * Run the text of a function in the page, and wait for what it promises.
   * @throws LeftPage when another page took its place meanwhile
   */
  async run(inPage: string, args: readonly unknown[]): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve()
        .then(() => (${inPage})(...[...arguments].slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await ask<{ value?: unknown; error?: string }>(
      "POST",
      `${this.address}/execute/async`,
      { script, args },
    );
    if (error !== undefined) throw new Error(`In the page: ${error}`);
    return value;
  }

  /** Press keys together, and let go of them in the opposite order. */
  press(keys: readonly string[]): Promise<unknown> {
    const values = keys.map((key) => KEYS[key] ?? key);
    return this.act({
      type: "key",
      id: "keys",
      actions: [
        ...values.map((value) => ({ type: "keyDown", value })),
        ...values.toReversed().map((value) => ({ type: "keyUp", value })),
      ],
    });
  }

  tap(x: number, y: number): Promise<unknown> {
    return this.act({
      type: "pointer",
      id: "mouse",
      actions: [
        { type: "pointerMove", x: Math.round(x), y: Math.round(y), origin: "viewport", duration: 0 },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ],
    });
  }

  private act(source: object): Promise<unknown> {
    return ask("POST", `${this.address}/actions`, { actions: [source] });
  }

  end(): Promise<unknown> {
    return ask("DELETE", this.address);
  }
}

/** One command. @throws with the driver's own words when it refuses, and when `signal` ends it */
async function ask<Value>(method: string, url: string, body?: object, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(url, {
    method,
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: Value & { error: string; message: string } };
  if (response.ok) return value;
  const words = `${new URL(url).pathname}: ${value.error}, ${value.message}`;
  throw LEFT.test(words) ? new LeftPage(words) : new Error(words);
}
