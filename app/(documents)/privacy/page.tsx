import { PARTS, PrivacyPage } from "@/components/privacy/privacy-page";
import { metadataOf } from "@/components/ui/metadata";
import { Reading } from "@/components/ui/reading";

export const metadata = metadataOf("privacy");

export default function Page() {
  return (
    <Reading on={PARTS}>
      <PrivacyPage />
    </Reading>
  );
}
