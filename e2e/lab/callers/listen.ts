/** A caller that notes what it really receives: status, headers, each arrival, and what ended the stream. */
import type { Ask } from "../../../lib/content/proof-schema";
import type { Call } from "../../../lib/trace/signs";
import { callerOf } from "../../../lib/trace/words";
import { sleep } from "../base/sleep";
import type { LabPage } from "./browser";
import { askByHttp } from "./http";
import { keptHeaders, milliseconds, Notes, type Outcome } from "./notes";
import { askByWebSocket } from "./websocket";

async function askByPage(page: LabPage, ask: Ask, notes: Notes): Promise<Outcome> {
  const outcome = await page.ask(ask, (text, bytes) => {
    notes.take(text, bytes);
  });
  return { ...outcome, headers: keptHeaders(outcome.headers) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The path of the stream that an answer in JSON names in a field; else what went wrong. */
async function pathIn(field: string, base: string, ask: Ask, clock: () => number): Promise<string | Outcome> {
  const notes = new Notes("a", clock);
  const outcome = await askByHttp(base, ask, notes);
  const answer = parsed(notes.text);
  const path: unknown =
    typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>)[field] : null;
  return typeof path === "string" && path.startsWith("/")
    ? path
    : { ...outcome, error: outcome.error ?? `the answer names no path in "${field}"` };
}

/**
 * Ask one question and listen until it is over.
 * @param base address of the app or of the proxy in front
 * @param clock seconds since the run began
 * @param page a page of a real browser that asks, where the question wants one
 */
export async function listen(base: string, ask: Ask, clock: () => number, page?: LabPage): Promise<Call> {
  await sleep(Math.max(0, ask.at - clock()));
  const caller = callerOf(`${decodeURIComponent(ask.path)} ${ask.body ?? ""}`);
  const asked = clock();
  const sinceAsked = () => clock() - asked;
  const notes = new Notes(caller, sinceAsked);
  const answer = (one: Ask): Promise<Outcome> => {
    if (page) return askByPage(page, one, notes);
    return one.websocket ? askByWebSocket(base, one, notes) : askByHttp(base, one, notes);
  };
  const followed = ask.follow === undefined ? null : await pathIn(ask.follow, base, ask, clock);
  const outcome =
    typeof followed === "string"
      ? await answer({ ...ask, path: followed, method: "GET" })
      : (followed ?? (await answer(ask)));
  return {
    caller,
    text: notes.text,
    heard: {
      // The followed path has an id that differs from run to run.
      path: ask.follow === undefined ? ask.path : `${ask.path} → ${ask.follow}`,
      ...(ask.browser ? { browser: ask.browser } : {}),
      asked: milliseconds(asked),
      ...outcome,
      arrivals: notes.arrivals,
      end: milliseconds(sinceAsked()),
    },
  };
}
