import { DataPage, ON } from "@/components/data/data-page";
import { metadataOf } from "@/components/ui/metadata";
import { Reading } from "@/components/ui/reading";

export const metadata = metadataOf("data");

export default function Page() {
  return (
    <Reading on={ON}>
      <DataPage />
    </Reading>
  );
}
