import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfigPage } from "@/components/config/config-page";
import { content } from "@/components/content";
import { Reading } from "@/components/ui/reading";

interface Props {
  params: Promise<{ product: string }>;
}

const find = async (params: Props["params"]) => {
  const { product } = await params;
  return content().configs.find(({ id }) => id === product) ?? notFound();
};

export const dynamicParams = false;
export const generateStaticParams = () => content().configs.map(({ id }) => ({ product: id }));
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const config = await find(params);
  return { title: `${config.name}: ${config.title}`, description: config.summary };
}

export default async function Page({ params }: Props) {
  return (
    <Reading>
      <ConfigPage config={await find(params)} />
    </Reading>
  );
}
