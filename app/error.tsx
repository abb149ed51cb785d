"use client";

/** A fault of the page itself. The case stays in the address and in this browser. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main id="main" className="wrap listing">
      <h1>This page has a fault</h1>
      <p className="lead">
        Your answers are kept in the address of this page. Try again, or read the causes as plain pages.
      </p>
      <p>
        <button type="button" className="btn solid" onClick={reset}>
          Try again
        </button>{" "}
        <a className="btn" href="/causes/">
          All causes
        </a>
      </p>
    </main>
  );
}
