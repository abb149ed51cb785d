import { excerptsAddress } from "./files";

/**
 * Says in the head of a document where its excerpts are; its fragments say it too
 * (lib/tasks/export/finish.ts).
 */
export function ExcerptsMeta({ document }: { document: string }) {
  return <meta name="excerpts" content={excerptsAddress(document)} />;
}
