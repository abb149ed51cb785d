import { SiteBar } from "@/components/ui/site-bar";
import { SiteFoot } from "@/components/ui/site-foot";

export default function NotFound() {
  return (
    <>
      <SiteBar />
      <main id="main" className="wrap listing">
        <h1>This page is not here</h1>
        <p className="lead">
          The address may have a typing error. Addresses of causes and guides stay for good.
        </p>
        <p>
          Without network, it may just not have come yet: see <a href="/offline/">what this browser has</a>.
        </p>
        <p>
          <a className="btn solid" href="/">
            Diagnose a stream
          </a>{" "}
          <a className="btn" href="/causes/">
            All causes
          </a>{" "}
          <a className="btn" href="/guides/">
            All guides
          </a>
        </p>
      </main>
      <SiteFoot />
    </>
  );
}
