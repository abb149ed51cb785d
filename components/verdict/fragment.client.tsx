"use client";
import { useEffect, useRef, useState } from "react";
import { at } from "@/components/base/at";
import { problemOf, VALUES, written } from "@/lib/configs/values";
import { fill } from "@/lib/text/fill";
import type { Answers } from "@/lib/model/answers";

/** Our own build's files under a hashed name; in development the documents themselves hold the same parts. */
const VERSION = process.env["NEXT_PUBLIC_FRAGMENTS"] ?? "";
const addressOf = (document: string) =>
  at(VERSION === "" ? `/${document}/` : `/f/${VERSION}/${document}.html`);

const fetched = new Map<string, Promise<string>>();

/**
 * The fragments of one document, fetched once. A failed fetch is forgotten, so that it can be tried again.
 */
export function fetchFragments(document: string): Promise<string> {
  const held = fetched.get(document);
  if (held) return held;
  const fresh = fetch(addressOf(document)).then((response) => {
    if (!response.ok) throw new Error(`${document}: ${response.status}`);
    return response.text();
  });
  fresh.catch(() => fetched.delete(document));
  fetched.set(document, fresh);
  return fresh;
}

const parsed = new Map<string, Promise<Document>>();

/** The same as a document of its own, parsed once: a verdict shows many parts of it. */
export function fragmentsOf(document: string): Promise<Document> {
  const held = parsed.get(document);
  if (held) return held;
  const fresh = fetchFragments(document).then((html) => new DOMParser().parseFromString(html, "text/html"));
  fresh.catch(() => parsed.delete(document));
  parsed.set(document, fresh);
  return fresh;
}

/** What of the case is put into a part. */
export interface FillIn {
  values: Readonly<Record<string, string>>;
  answers: Answers;
  product: string;
}

/** A value that can be used, or null. */
function usable(name: string | undefined, values: FillIn["values"]): string | null {
  const spec = VALUES.find((one) => one.name === name);
  const value = values[name ?? ""] ?? "";
  return spec !== undefined && value !== "" && problemOf(spec, value) === null ? value : null;
}

/** Put the user's values in, as text. Values that cannot be used are left out. */
function fillIn(root: HTMLElement, { values, answers, product }: FillIn): void {
  for (const span of root.querySelectorAll<HTMLElement>("[data-value]")) {
    const original = span.dataset["original"] ?? span.textContent;
    span.dataset["original"] = original;
    const value = usable(span.dataset["value"], values);
    span.textContent =
      value === null
        ? original
        : (span.dataset["as"] ?? "{}").replace("{}", written(value, span.dataset["unit"]));
  }
  for (const note of root.querySelectorAll<HTMLElement>("[data-differs]")) {
    const value = usable(note.dataset["differs"], values);
    note.hidden = value === null || value === note.dataset["recorded"];
  }
  for (const span of root.querySelectorAll<HTMLElement>("[data-template]"))
    span.textContent = fill(span.dataset["template"] ?? "", answers, product);
}

interface Props extends FillIn {
  document: string;
  name: string;
}

/**
 * A part of a document inside the verdict. The one place where HTML is inserted: only our own build's
 * files.
 */
export function Fragment({ document: source, name, values, answers, product }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"waiting" | "there" | "failed">("waiting");
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    fragmentsOf(source).then(
      (parts) => {
        if (!current || !box.current) return;
        const part = parts.querySelector(`[data-fragment="${name}"]`);
        if (!part) return setState("failed");
        box.current.replaceChildren(document.importNode(part, true));
        setState("there");
      },
      () => {
        if (current) setState("failed");
      },
    );
    return () => {
      current = false;
    };
  }, [source, name, attempt]);
  useEffect(() => {
    if (state === "there" && box.current) fillIn(box.current, { values, answers, product });
  }, [state, values, answers, product, source, name]);
  return (
    <>
      <div ref={box} />
      {state === "waiting" && <p className="soft small no-print">Loading…</p>}
      {state === "failed" && (
        <p className="note">
          This part could not be loaded.{" "}
          <button
            type="button"
            className="link"
            onClick={() => {
              setState("waiting");
              setAttempt(attempt + 1);
            }}
          >
            Try again
          </button>{" "}
          or open <a href={`/${source}/`}>its page</a>. Your answers are kept.
        </p>
      )}
    </>
  );
}
