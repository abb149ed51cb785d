import { expect, test } from "@playwright/test";

const CUT = "/#proxy=nginx&symptom=stall-then-cut&silence=60";

test("a setting that is said by hand moves the verdict, stands in the link, and can be taken away", async ({
  page,
}) => {
  await page.goto(CUT);
  await expect(page.locator("[data-verdict] > li").first()).toHaveAttribute(
    "data-cause",
    "proxy-read-timeout",
  );
  await page.locator("[data-settings] summary").click();
  const field = page.getByLabel(/^proxy_read_timeout of nginx/);
  await field.fill("soon");
  await field.press("Enter");
  await expect(page.getByText("“soon” is no value of “proxy_read_timeout”")).toBeVisible();
  await field.fill("3600");
  await field.press("Enter");
  await expect(page.locator("[data-verdict] > li").first()).not.toHaveAttribute(
    "data-cause",
    "proxy-read-timeout",
  );
  await expect(page.locator("[data-cleared]")).toContainText("set to 3600 s, longer than the 60 s");
  await expect(page).toHaveURL(/set\.nginx\.[a-z-]+=3600/);
  await page.reload();
  await expect(page.locator("[data-verdict] > li").first()).not.toHaveAttribute(
    "data-cause",
    "proxy-read-timeout",
  );
  await page.getByRole("button", { name: /take away.*proxy_read_timeout of nginx/ }).click();
  await expect(page.locator("[data-verdict] > li").first()).toHaveAttribute(
    "data-cause",
    "proxy-read-timeout",
  );
  await expect(page).not.toHaveURL(/set\./);
});

test("the same product stands on the path twice, by hand and by link", async ({ page }) => {
  await page.goto("/#symptom=all-at-once&proxy=nginx,aws-alb,nginx");
  await expect(page.getByRole("region", { name: "The path of a token" })).toContainText("nginx (2)");
  await expect(page.getByText("left out")).toHaveCount(0);
  await page.locator('[data-answered="proxy"] button').click();
  await page.getByRole("button", { name: "AWS ALB again" }).click();
  await expect(page).toHaveURL(/proxy=nginx,aws-alb,nginx\.2,aws-alb\.2/);
});
