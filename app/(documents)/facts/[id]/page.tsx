import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { content } from "@/components/content";
import { FactPage } from "@/components/fact/fact-page";
import { Reading } from "@/components/ui/reading";

interface Props {
  params: Promise<{ id: string }>;
}

const find = async (params: Props["params"]) => {
  const { id } = await params;
  return content().facts.find((fact) => fact.id === id) ?? notFound();
};

export const dynamicParams = false;
export const generateStaticParams = () => content().facts.map(({ id }) => ({ id }));
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, statement } = await find(params);
  return { title: title.replaceAll("`", ""), description: statement.replaceAll("`", "") };
}

export default async function Page({ params }: Props) {
  return (
    <Reading>
      <FactPage fact={await find(params)} />
    </Reading>
  );
}
