import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { content } from "@/components/content";
import { GuidePage, guideSections } from "@/components/guide/guide-page";
import { Reading } from "@/components/ui/reading";

interface Props {
  params: Promise<{ id: string }>;
}

const find = async (params: Props["params"]) => {
  const { id } = await params;
  return content().guides.find((guide) => guide.id === id) ?? notFound();
};

export const dynamicParams = false;
export const generateStaticParams = () => content().guides.map(({ id }) => ({ id }));
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await find(params);
  return { title: guide.title, description: guide.lead.replaceAll("`", "") };
}

export default async function Page({ params }: Props) {
  const guide = await find(params);
  return (
    <Reading section="Guides" on={guideSections(guide)}>
      <GuidePage guide={guide} />
    </Reading>
  );
}
