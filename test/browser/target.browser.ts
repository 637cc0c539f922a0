import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, readBoard, settled } from "./board-page.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const DRAWS = "10,000";
const QUERY = "?draws=10000";
const ADDRESS = "#/jiaxing-2021/baseline";

const hashOf = (page: Page) => new URL(page.url()).hash;

const isFocused = (element: Locator) => element.evaluate((node) => node === document.activeElement);

test("a click on a target shows its odds, wording, reading, grounds and quantiles", async () => {
  const page = await openApp({ route: `#/${QUERY}` });
  await settled(page, DRAWS);
  const [gdp] = await readBoard(page);
  await page.getByRole("link", { name: "地区生产总值", exact: true }).first().click();

  const detail = page.getByRole("article", { name: "地区生产总值" });
  await detail.waitFor();
  expect(hashOf(page)).toBe(`${ADDRESS}/target/gdp_growth${QUERY}`);
  const finding = await shownText(detail.locator("header"));
  expect(finding).toContain(gdp!.probability);
  expect(finding).toContain("“基准情景”");
  const words = await shownText(detail.locator("dl").first());
  for (const part of ["增长8%左右", "预期性", "不低于7.5%", "嘉政发〔2021〕5号", "附件1第1项"]) {
    expect(words).toContain(part);
  }
  const quantiles = detail.getByRole("region", { name: "分位数" }).getByRole("definition");
  const values = (await quantiles.allInnerTexts()).map((text) => Number(text.replace("−", "-")));
  // 5, 10, 25, 50, 75, 90, 95 %, then mean and standard deviation.
  expect(values).toHaveLength(9);
  expect(values.slice(0, 7)).toEqual([...values.slice(0, 7)].sort((a, b) => a - b));
  expect(values.at(-1)).toBeGreaterThan(0);
});

test("the equation leads step by step down to an assumption with its source", async () => {
  const page = await openApp({ route: `${ADDRESS}/target/gdp_growth${QUERY}` });
  const chain = page.getByRole("region", { name: "怎么算出来的" });
  const trail = chain.getByRole("navigation", { name: "推导路径" }).getByRole("listitem");
  const card = chain.getByRole("definition");
  await chain.waitFor();
  const seen: string[] = [];
  // Every model ends in inputs and parameters; the Jiaxing model is less than 12 equations deep.
  for (let depth = 0; depth < 12; depth += 1) {
    seen.push(await shownText(trail.last()));
    if (!(await chain.getByRole("term").allInnerTexts()).includes("方程")) break;
    await card.first().getByRole("link").last().click();
    await eventually(() => trail.count()).toBe(depth + 2);
  }
  expect(seen[0]).toBe("地区生产总值");
  expect(seen.length).toBeGreaterThan(2);
  expect(new Set(seen).size).toBe(seen.length);
  const terms = await chain.getByRole("term").allInnerTexts();
  const definitions = await card.allInnerTexts();
  expect(terms[0]).toMatch(/^(分布|固定值)$/);
  expect(definitions[0]).not.toBe("");
  expect(definitions[terms.indexOf("来源")]).toMatch(/判断：|（20\d\d/);

  await trail.first().getByRole("button").click();
  await eventually(() => trail.count()).toBe(1);
  expect(hashOf(page)).toBe(`${ADDRESS}/target/gdp_growth${QUERY}`);
});

test("targets are opened, stepped through and closed with the keyboard alone", async () => {
  const page = await openApp({ route: `#/${QUERY}`, locale: "en" });
  await page.getByText("Run finished: 10,000 draws.").waitFor({ state: "attached" });
  const rows = await readBoard(page);
  const link = (index: number) => page.getByRole("row").locator("th a").nth(index);
  await link(0).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  expect(await isFocused(link(1))).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("article", { name: rows[1]!.label }).waitFor();
  expect(hashOf(page)).toBe(`${ADDRESS}/target/${rows[1]!.id}${QUERY}`);

  const next = page.getByRole("link", { name: `Next target: ${rows[2]!.label}` });
  await next.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("article", { name: rows[2]!.label }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("article").waitFor({ state: "detached" });
  expect(hashOf(page)).toBe(ADDRESS + QUERY);
  await eventually(() => isFocused(link(2))).toBe(true);
});

test("an unknown target in the address is named, with the way back", async () => {
  const page = await openApp({ route: `${ADDRESS}/target/no_such_target${QUERY}` });
  await page.getByRole("heading", { name: "这份计划没有这个目标" }).waitFor();
  await page.getByText("no_such_target").waitFor();
  await page.getByRole("link", { name: "返回目标列表" }).click();
  await page.getByRole("heading", { name: "这份计划没有这个目标" }).waitFor({ state: "detached" });
  expect(hashOf(page)).toBe(ADDRESS + QUERY);
});

test("filters and order find targets: by words in both languages, by commitment, by odds", async () => {
  const page = await openApp({ route: `#/${QUERY}` });
  await settled(page, DRAWS);
  const all = await readBoard(page);
  const search = page.getByRole("searchbox", { name: "筛选目标" });
  await search.fill("pm2.5");
  await page.getByRole("heading", { name: /^48项目标中的\d项$/ }).waitFor();
  const found = await readBoard(page);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ label }) => !label.includes("PM2.5"))).toEqual([]);
  await search.fill("没有这样的目标");
  await page.getByRole("button", { name: "清除筛选" }).click();
  await page.getByRole("heading", { name: "共48项目标" }).waitFor();

  await page.getByText("约束性", { exact: true }).first().click();
  await eventually(async () => (await readBoard(page)).length).toBe(8);
  await page.getByText("全部", { exact: true }).first().click();
  await page.getByRole("combobox", { name: "排序" }).selectOption("按概率从低到高");
  await eventually(async () => (await readBoard(page)).length).toBe(48);
  const sorted = (await readBoard(page)).map(({ probability }) => sortKey(probability));
  expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
  expect(sorted).not.toEqual(all.map(({ probability }) => sortKey(probability)));
});

/** `<1%` comes before 1%, `>99.9%` after 99.9%. */
const sortKey = (text: string) =>
  Number.parseFloat(text.replace(/[<>]/, "")) + (text.startsWith(">") ? 0.01 : 0);

test("a target is shown against any of its drivers, with the odds by third; the choice is in the address", async () => {
  const page = await openApp({ route: `${ADDRESS}/target/gdp_growth${QUERY}`, locale: "en" });
  const section = page.getByRole("region", { name: "Against one assumption" });
  const select = section.getByRole("combobox", { name: "Choose an assumption" });
  const title = section.getByRole("heading", {
    name: /^Gross regional product by third of .+: \S+ low/,
  });
  await title.waitFor();
  const first = await shownText(title);
  const [second] = await select.locator("option").nth(1).allInnerTexts();
  await select.selectOption({ index: 1 });
  await section.getByRole("heading", { name: second!.trim() }).waitFor();
  expect(await shownText(title)).not.toBe(first);
  expect(page.url()).toMatch(/[?&]driver=[a-z_]+/);
  await section.getByRole("button", { name: "Table" }).click();
  const rows = section.getByRole("row");
  // A head and three thirds, each with its standard error.
  await eventually(() => rows.count()).toBe(4);
  expect(await shownText(rows.nth(1))).toMatch(/^low\s.*33.*%.*0\.0\d+/);
  await page.goBack();
  await eventually(() => shownText(title)).toBe(first);
});

test("an indicator's card tells which assumptions move it most, in the year that is chosen", async () => {
  const page = await openApp({
    route: `#/jiaxing-2021/baseline/model/gdp_growth${QUERY}`,
    locale: "en",
  });
  const entry = page.locator("#quantity-gdp_growth");
  await entry.getByText("What moves it most").click();
  const title = entry
    .getByRole("heading", { name: /^Growth of gross regional product|^Gross regional product/ })
    .last();
  const moved = entry.getByRole("heading", {
    name: /2021: moved most by .+ when low and .+ when high/,
  });
  await moved.waitFor();
  await entry.getByRole("combobox", { name: "Year" }).selectOption("2025");
  await entry.getByRole("heading", { name: /2025: moved most by/ }).waitFor();
  expect(await shownText(title)).toContain("2025");
  await entry
    .locator("figure", { has: page.getByRole("heading", { name: /moved most by/ }) })
    .getByRole("button", { name: "Table" })
    .click();
  expect(await entry.getByRole("table").last().getByRole("row").count()).toBeGreaterThan(8);
});
