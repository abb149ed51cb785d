import { content } from "@/components/content";
import { Desk } from "@/components/desk/desk.client";
import { SiteBar } from "@/components/ui/site-bar";
import { SiteFoot } from "@/components/ui/site-foot";
import { knowledgeOf } from "@/lib/content/knowledge";
import { revisionOf } from "@/lib/content/published";

export default function Page() {
  const knowledge = knowledgeOf(content());
  return (
    <>
      <SiteBar current="Diagnose" />
      <Desk knowledge={knowledge} revision={revisionOf(content())}>
        <h1>Your LLM stream broke. Find out where.</h1>
        <p className="lead">
          Paste what you have, or say what you see. You get the layer, the reason and the fix for your own
          stack. Skip what you don’t know.
        </p>
      </Desk>
      <noscript>
        <p className="wrap">
          The questions need JavaScript. <a href="/causes/#symptoms">The causes by what you see</a> don’t.
        </p>
      </noscript>
      <SiteFoot />
    </>
  );
}
