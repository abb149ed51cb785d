/** What the site holds for machines. */
import { expect, test } from "@playwright/test";

test("data for machines answers: knowledge, schema, llms.txt, sitemap, pictures of links", async ({
  page,
  request,
}) => {
  const knowledge = (await (await request.get("/knowledge.json")).json()) as {
    version: number;
    revision: string;
    causes: { id: string; page: string }[];
  };
  expect(knowledge.version).toBe(1);
  expect((await request.get("/knowledge.schema.json")).status()).toBe(200);
  const llms = await (await request.get("/llms.txt")).text();
  const sitemap = await (await request.get("/sitemap.xml")).text();
  for (const cause of knowledge.causes) {
    expect(llms).toContain(cause.page);
    expect(sitemap).toContain(`${cause.page}</loc>`);
  }
  await page.goto("/data/");
  await expect(page.locator("main")).toContainText(knowledge.revision);
  for (const address of ["/", "/data/", knowledge.causes[0]?.page ?? "/", "/guides/langgraph/", "/limits/"]) {
    await page.goto(address);
    const meta = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
    expect((await meta("title"))?.length, address).toBeGreaterThan(3);
    expect((await meta("description"))?.length, address).toBeGreaterThan(20);
    const picture = await request.get(new URL((await meta("image")) ?? "", page.url()).pathname);
    expect(picture.headers()["content-type"], address).toBe("image/png");
  }
});
