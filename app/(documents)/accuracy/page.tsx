import { AccuracyPage, partsOf } from "@/components/accuracy/accuracy-page";
import { content } from "@/components/content";
import { metadataOf } from "@/components/ui/metadata";
import { Reading } from "@/components/ui/reading";

export const metadata = metadataOf("accuracy");

export default function Page() {
  const { accuracy } = content();
  return (
    <Reading on={partsOf(accuracy)}>
      <AccuracyPage record={accuracy} />
    </Reading>
  );
}
