import { CopyButton } from "@/components/ui/copy-button";

/** Sections of the page, in its order. */
export const PARTS = [
  { id: "copy", title: "The copy in your browser" },
  { id: "install", title: "Install it" },
  { id: "zip", title: "Carry it as a zip" },
  { id: "where", title: "What is kept where" },
] as const;

const VERIFY = "sha256sum -c lastbyte-site.zip.sha256";
const SERVE =
  "unzip lastbyte-site.zip\ncd lastbyte-site\nsha256sum -c SHA256SUMS\npython3 -m http.server 8000";

const KEPT = [
  {
    what: "The site",
    where: "This browser’s cache for this address, until you clear the site’s data",
    sent: "Fetched from this site only",
  },
  {
    what: "Your answers, and results of checks",
    where: "This browser’s storage, and the part of the address after #",
    sent: "Never sent",
  },
  {
    what: "Your own values in configs, and text that you paste",
    where: "The memory of the page, until you close or reload it",
    sent: "Never sent",
  },
] as const;

function Title({ id }: { id: (typeof PARTS)[number]["id"] }) {
  return <h2 id={id}>{PARTS.find((part) => part.id === id)?.title}</h2>;
}

/** Lines to run, as they are copied. */
function Commands({ text, title }: { text: string; title: string }) {
  return (
    <div className="code">
      <header>
        <b>{title}</b>
        <CopyButton />
      </header>
      <pre tabIndex={0}>
        {text.split("\n").map((line) => (
          <span key={line} className="line">
            {line}
            {"\n"}
          </span>
        ))}
      </pre>
    </div>
  );
}

/** What this browser has, and what it keeps. */
function Copy() {
  return (
    <>
      <Title id="copy" />
      <div className="note copy-state needs-js">
        <p role="status" tabIndex={-1} data-offline-state="" data-bytes="">
          Looking at what this browser has.
        </p>
        <p data-offline-bar="" hidden>
          <label>
            <progress /> <span>Files that are here</span>
          </label>
        </p>
        <button type="button" className="btn" data-offline-keep="" hidden>
          Keep it all now
        </button>
      </div>
      <p>The first page that you open fetches a copy of the site, in two parts:</p>
      <ol>
        <li>
          What an incident needs, once the page is idle: the wizard and its verdicts, the checks, the limits
          and the search. <span data-built="first">Some</span> files,{" "}
          <span data-built="first-wire">a few hundred kB</span> over the wire.
        </li>
        <li>
          The rest: <span data-built="rest">all other</span> files,{" "}
          <span data-built="rest-wire">a few MB</span>. It comes one file at a time, while you look at a page
          that has nothing else to do, and stops as soon as you ask for anything.
        </li>
      </ol>
      <p>
        On a metered or slow line the rest waits until you ask for it here. If your browser is set to save
        data, or the line is very slow, nothing comes until you ask. The whole copy takes{" "}
        <span data-built="unpacked">a few MB</span> in the browser.
      </p>
      <ul>
        <li>
          Each file is checked against its hash. One that did not arrive as it was built is left out, named
          above, and tried again later: first after ten minutes, in the end once a day. What an incident needs
          is used once all of it is here, the rest file by file.
        </li>
        <li>
          A new version is announced at the foot of the page and used when you say so. It fetches only what
          has changed. Pages that are open stay on their version.
        </li>
        <li>Whatever goes wrong with the copy, the network answers.</li>
        <li>Clear the site’s data in your browser to remove the copy.</li>
      </ul>
    </>
  );
}

/** How it becomes an app of its own. */
function Install() {
  return (
    <>
      <Title id="install" />
      <p className="needs-js">
        <button type="button" className="btn solid" data-offline-install="" hidden>
          Install Lastbyte
        </button>
      </p>
      <p>
        Chrome and Edge: the install icon in the address bar, or “Install” in the menu. Safari on a Mac: File,
        “Add to Dock”. iPhone, iPad and Android: “Add to Home Screen” in the share menu or the browser’s menu.
        Installed, it opens in a window of its own and works without network in the same way.
      </p>
    </>
  );
}

/** The site as a file, and how it is opened. */
function Zip() {
  return (
    <>
      <Title id="zip" />
      <p className="chips">
        <a className="btn solid" href="/lastbyte-site.zip" download="">
          Get lastbyte-site.zip
        </a>
        <a className="btn" href="/lastbyte-site.zip.sha256" download="">
          Its checksum
        </a>
      </p>
      <p>
        The whole site with the pictures for its links, <span data-built="zip">a few MB</span>. SHA-256:{" "}
        <code data-offline-sum="">in the checksum file</code>
      </p>
      <p>Put both into one folder, and check the zip:</p>
      <Commands text={VERIFY} title="Check the zip" />
      <p>Then unpack it, check each file, and serve it at the root of any host:</p>
      <Commands text={SERVE} title="Open it on http://localhost:8000" />
      <p>
        On a Mac, <code>shasum -a 256 -c</code> takes the same files. Two builds of the same source give the
        same zip, byte by byte: <code>npm run build</code> makes it as <code>out/lastbyte-site.zip</code>.
      </p>
    </>
  );
}

/** What stays on this machine, and where. */
function Where() {
  return (
    <>
      <Title id="where" />
      <table className="brief">
        <thead>
          <tr>
            <th>What</th>
            <th>Where</th>
            <th>Sent</th>
          </tr>
        </thead>
        <tbody>
          {KEPT.map(({ what, where, sent }) => (
            <tr key={what}>
              <td>{what}</td>
              <td>{where}</td>
              <td>{sent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/**
 * How the site works without network. `data-built` holds what the build fills in
 * (lib/tasks/export/carry.ts).
 */
export function OfflinePage() {
  return (
    <article className="prose">
      <h1>Use it offline</h1>
      <p className="lead">
        After a first visit, what an incident needs works without network, and soon after it every page. You
        can also carry the site as a zip.
      </p>
      <Copy />
      <Install />
      <Zip />
      <Where />
    </article>
  );
}
