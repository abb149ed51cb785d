import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CausePage } from "@/components/cause/cause-page";
import { SECTIONS } from "@/components/cause/sections";
import { content } from "@/components/content";
import { Reading } from "@/components/ui/reading";

interface Props {
  params: Promise<{ id: string }>;
}

const find = async (params: Props["params"]) => {
  const { id } = await params;
  return content().causes.find((cause) => cause.id === id) ?? notFound();
};

export const dynamicParams = false;
export const generateStaticParams = () => content().causes.map(({ id }) => ({ id }));
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const cause = await find(params);
  return { title: cause.title, description: cause.lead.replaceAll("`", "") };
}

export default async function Page({ params }: Props) {
  return (
    <Reading section="Causes" on={SECTIONS}>
      <CausePage cause={await find(params)} />
    </Reading>
  );
}
