import { Words } from "@/components/ui/markdown";

const ADDRESS = /https?:\/\/[^\s,;]+/g;

/** Who or what looked at a file, as a sentence; a source that it names is a link by the name of its host. */
export function By({ text, file }: { text: string; file?: string | undefined }) {
  const own = file !== undefined && text.startsWith(`${file}: `) ? text.slice(file.length + 2) : text;
  const linked = own.replace(ADDRESS, (address) => `[${new URL(address).host}](${address})`);
  return <Words inline>{/[.!?]$/.test(linked) ? linked : `${linked}.`}</Words>;
}
