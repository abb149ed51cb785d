/** What is promised of what you paste, by which test, and where the promise ends. */

/** Sections of the page, in its order. */
export const PARTS = [
  { id: "promise", title: "The promise" },
  { id: "leaves", title: "What may leave the page" },
  { id: "check", title: "Check it yourself" },
  { id: "tests", title: "The tests behind it" },
  { id: "limit", title: "Where the promise ends" },
] as const;

const LEAVES = [
  {
    what: "Text that you paste or drop",
    link: "no",
    storage: "no",
    report: "only where you tick the box, and then redacted",
  },
  {
    what: "What was found in it: the names of our rules, and numbers of seconds",
    link: "yes",
    storage: "yes",
    report: "yes",
  },
  { what: "Your answers and results of checks", link: "yes", storage: "yes", report: "yes" },
  {
    what: "What you type into the page “Search”",
    link: "in the address of that page, after its #",
    storage: "no",
    report: "no",
  },
  { what: "Your own values for configs", link: "no", storage: "no", report: "no" },
] as const;

function Title({ id }: { id: (typeof PARTS)[number]["id"] }) {
  return <h2 id={id}>{PARTS.find((part) => part.id === id)?.title}</h2>;
}

function Promise() {
  return (
    <>
      <Title id="promise" />
      <p>
        What you paste or drop is read in your browser, in a worker of this page. It is not sent anywhere. It
        lives in the memory of the page: close or reload it, and the text is gone. “Forget all of it” does the
        same at once.
      </p>
      <p>
        There is no server of ours behind this site, no account, no tracking, and no request to another host.
      </p>
    </>
  );
}

function Leaves() {
  return (
    <>
      <Title id="leaves" />
      <div className="scroll" tabIndex={0} role="region" aria-label="What may leave the page">
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">In your link</th>
              <th scope="col">In this browser’s storage</th>
              <th scope="col">In a report or case file</th>
            </tr>
          </thead>
          <tbody>
            {LEAVES.map(({ what, link, storage, report }) => (
              <tr key={what}>
                <td>{what}</td>
                <td>{link}</td>
                <td>{storage}</td>
                <td>{report}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        Your link holds the case after its <code>#</code>. Browsers send that part to no server; whoever you
        give the link to reads it. What was found stands there as names of our rules, such as{" "}
        <code>found=nginx-read-timeout~60</code>: never a word of your text, no file name, no host.
      </p>
    </>
  );
}

function Check() {
  return (
    <>
      <Title id="check" />
      <ol>
        <li>Open your browser’s developer tools, and in them the list of network requests.</li>
        <li>Load this site, and paste something that you would recognise.</li>
        <li>
          Look at the requests: they fetch our own static files, by <code>GET</code> and without a body.
          Search them for your text.
        </li>
        <li>
          Or cut the network after the page has loaded once. Everything still works:{" "}
          <a href="/offline/">use it offline</a>.
        </li>
      </ol>
      <p>
        Each page also says to the browser that it may only connect to its own host: look for{" "}
        <code>Content-Security-Policy</code> at the top of its source.
      </p>
    </>
  );
}

function Tests() {
  return (
    <>
      <Title id="tests" />
      <ul>
        <li>
          <code>e2e/site/egress.spec.ts</code> pastes marked strings on every kind of page in a real browser
          and walks what can be done. It records every request of pages and workers, beacons and sockets, and
          looks for the marks in addresses, headers, bodies, storage, caches and history. Then it does the
          same with the network cut.
        </li>
        <li>
          <code>e2e/site/csp.spec.ts</code> fails when a page asks another host for anything.
        </li>
        <li>
          <code>lib/state/policy.test.ts</code> holds each field of the state to the ways that it may leave
          by.
        </li>
        <li>
          <code>lib/report/case-texts.test.ts</code> looks for secrets in case files that hold pasted text.
        </li>
        <li>
          <code>lib/text/redact/redact.test.ts</code> takes secrets, people and hosts out of texts, and checks
          that the verdict stays the same.
        </li>
      </ul>
    </>
  );
}

function Limit() {
  return (
    <>
      <Title id="limit" />
      <p>
        These tests hold for the files that we build. Whoever serves the page to you could serve others: the
        host of this address, or somebody on the way who can break its encryption. You cannot see that from
        inside the page.
      </p>
      <p>
        The way out is your own copy. <a href="/offline/#zip">The zip</a> holds the whole site with a checksum
        for each file; two builds of one version give the same bytes, so that you can build it yourself and
        compare. Open it from a server on your own machine, and nobody else serves it.
      </p>
      <p>
        Extensions of your browser can read every page, this one too. Where that matters, use a window without
        them.
      </p>
      <p>
        Redaction knows keys, tokens, cookies, passwords in addresses, e-mail addresses, hosts and IP
        addresses. It does not know the names of your customers: read the preview before you hand something
        over.
      </p>
    </>
  );
}

export function PrivacyPage() {
  return (
    <article className="prose">
      <h1>What you paste stays in this browser</h1>
      <p className="lead">What is promised, how you can check it, and where the promise ends.</p>
      <Promise />
      <Leaves />
      <Check />
      <Tests />
      <Limit />
    </article>
  );
}
