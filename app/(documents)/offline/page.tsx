import { OfflinePage, PARTS } from "@/components/offline/offline-page";
import { metadataOf } from "@/components/ui/metadata";
import { Reading } from "@/components/ui/reading";

export const metadata = metadataOf("offline");

export default function Page() {
  return (
    <Reading on={PARTS}>
      <OfflinePage />
    </Reading>
  );
}
