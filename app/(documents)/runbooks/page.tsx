import type { Metadata } from "next";
import { RunbooksPage, SECTIONS } from "@/components/runbooks/runbooks-page";
import { Reading } from "@/components/ui/reading";

export const metadata: Metadata = { title: "Runbooks", description: "Link from an alert to the verdict, with the values filled in: Alertmanager, Grafana, PagerDuty, Datadog, Markdown." };

export default function Page() {
  return <Reading on={SECTIONS}><RunbooksPage /></Reading>;
}
