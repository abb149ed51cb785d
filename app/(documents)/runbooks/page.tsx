import { RunbooksPage, SECTIONS } from "@/components/runbooks/runbooks-page";
import { metadataOf } from "@/components/ui/metadata";
import { Reading } from "@/components/ui/reading";

export const metadata = metadataOf("runbooks");

export default function Page() {
  return (
    <Reading on={SECTIONS}>
      <RunbooksPage />
    </Reading>
  );
}
