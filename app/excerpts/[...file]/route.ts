/** The data of what can be copied: a file for each document that has excerpts (components/copy-as). */
import { excerptFiles } from "@/components/copy-as/files";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () =>
  [...excerptFiles().values()].map(({ name }) => ({ file: name.split("/") }));

export async function GET(_: Request, { params }: { params: Promise<{ file: string[] }> }) {
  const name = (await params).file.join("/");
  const file = [...excerptFiles().values()].find((one) => one.name === name);
  return file
    ? new Response(file.text, { headers: { "Content-Type": "application/json" } })
    : new Response(null, { status: 404 });
}
