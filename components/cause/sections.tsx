import { Heading } from "@/components/ui/heading";

/** Sections of a cause, in the order of the page. */
export const SECTIONS = [
  { id: "what", title: "What is happening" },
  { id: "see", title: "What you see" },
  { id: "prove", title: "Prove it in a minute" },
  { id: "stop", title: "Stop the bleeding" },
  { id: "fix", title: "Fix" },
  { id: "verify", title: "Check that it worked" },
  { id: "not-this", title: "When it is not this" },
  { id: "sources", title: "Sources" },
] as const;

/** The heading of one of them. */
export function SectionHeading({ id }: { id: (typeof SECTIONS)[number]["id"] }) {
  return <Heading id={id} title={SECTIONS.find((section) => section.id === id)?.title} />;
}
