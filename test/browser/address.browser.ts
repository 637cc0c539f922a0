import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";

const openApp = appBrowser();
const PLAN = "#/jiaxing-2021/baseline";

const address = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

test("a goal seek stands in the address: back, reload and a copied link bring it again", async () => {
  const page = await openApp({ route: `${PLAN}/seek?draws=10000` });
  await settled(page, "10,000");
  const wanted = page.getByLabel("想要的概率（%）");
  await page.getByRole("button", { name: "清空" }).click();
  await page.locator(".seek-targets summary").click();
  await page.getByRole("checkbox", { name: "全社会研发经费占比" }).check();
  await wanted.fill("60");
  await page.getByLabel("创新支持力度 最多上移").fill("0.25");
  const [lever] = await page.getByRole("checkbox", { name: /^动用：/ }).all();
  await lever?.uncheck();
  const link = address(page);
  expect(link).toMatch(/seek\?targets=rd_intensity&odds=60&levers=!?\w+/);
  expect(link).toContain("innovation_support~~0.25");
  expect(link.length).toBeLessThan(160);

  await page.reload();
  await settled(page, "10,000");
  expect(await wanted.inputValue()).toBe("60");
  expect(await page.getByLabel("创新支持力度 最多上移").inputValue()).toBe("0.25");
  expect(await lever?.isChecked()).toBe(false);

  // Numbers are typed, and no steps; ticking and clearing are.
  await page.goBack();
  await eventually(() => lever?.isChecked() ?? Promise.resolve(undefined)).toBe(true);
  expect(await wanted.inputValue()).toBe("60");
  await page.goBack();
  await page.getByText("请至少选一项目标").waitFor();

  const other = await page.context().newPage();
  await other.goto(new URL(link, page.url()).href);
  await settled(other, "10,000");
  expect(await other.getByLabel("想要的概率（%）").inputValue()).toBe("60");
  await other.getByText("已选1项，可逐项增减").waitFor();
});

test("what a page was searched, sorted and zoomed to is there again after a reload", async () => {
  const page = await openApp({ route: `${PLAN}?draws=10000` });
  await settled(page, "10,000");
  await page.getByRole("searchbox", { name: "筛选目标" }).fill("能耗");
  await page.getByRole("combobox", { name: /排序/ }).selectOption("probability");
  const rows = page.locator(".board-row");
  const count = await rows.count();
  await rows.first().getByRole("link").first().click();
  await page.locator("#detail-title").waitFor();
  expect(address(page)).toMatch(/\/target\/\w+\?find=能耗&sort=probability&/);
  await page.reload();
  await page.locator("#detail-title").waitFor();
  expect(await rows.count()).toBe(count);

  await page.goto(page.url().replace(/#.*/, `${PLAN}/together?draws=10000`));
  const drawing = page.locator(".graph-frame > g");
  await page.getByRole("radio", { name: "4步" }).check({ force: true });
  const before = await drawing.getAttribute("transform");
  await page.getByRole("button", { name: "放大" }).click();
  await eventually(async () => address(page)).toMatch(/together\?back=4&zoom=[\d.]+~-?\d+~-?\d+&/);
  const zoomed = await drawing.getAttribute("transform");
  expect(zoomed).not.toBe(before);
  await page.reload();
  await drawing.waitFor({ state: "attached" });
  const scale = (transform: string | null) => Number(/scale\((.+)\)/.exec(transform ?? "")?.[1]);
  await eventually(
    async () => Math.abs(scale(await drawing.getAttribute("transform")) / scale(zoomed) - 1) < 0.01,
  ).toBe(true);
});

test("what the plan does not have is told and left out", async () => {
  const page = await openApp({ route: `${PLAN}/together?draws=10000&must=moon,gdp_growth` });
  await page.getByRole("alert").getByText("moon").waitFor();
  await eventually(() => page.locator(".must-chip").count()).toBe(1);
});

test("figures of a link are visitors beside those that are kept", async () => {
  const page = await openApp({
    route: `${PLAN}/known/gdp_growth~2021~year~9~0.5?draws=10000`,
  });
  await page.getByRole("button", { name: "保留为自己的" }).click();
  await page.goto(
    page.url().replace(/#.*/, `${PLAN}/known/gdp_growth~2021~year~7~0.5?draws=10000`),
  );
  await page.getByText("链接带来的数").waitFor();
  await page.getByRole("button", { name: "换回自己的1个数" }).click();
  await eventually(async () => address(page)).toContain("~9~");
  expect(await page.getByText("链接带来的数").count()).toBe(0);
});
