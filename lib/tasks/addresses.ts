/** `npm run addresses`: adds to the list of published addresses what the export in `out/` answers to and the list lacks. */
import { existsSync } from "node:fs";
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import { ADDRESSES, append, published, unlisted } from "./checks/address-list";
import { OUT } from "./export/stamp";

if (!existsSync(OUT)) {
  console.error("addresses: there is no export to read them from; run npm run build first.");
  process.exitCode = 1;
} else {
  const fresh = unlisted(OUT, published(), knowledgeOf(loadContent("content")));
  append(fresh);
  console.log(
    fresh.length === 0
      ? `addresses: ${ADDRESSES} holds them all`
      : `addresses: ${fresh.length} added to ${ADDRESSES}; commit it`,
  );
}
