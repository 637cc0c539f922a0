import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, readBoard, settled } from "./board-page.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const ADDRESS = "#/jiaxing-2021/baseline/together";
const QUERY = "draws=10000";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("chosen targets give a joint probability, stand in the address and are there when it is opened", async () => {
  const page = await openApp({ route: `#/?${QUERY}` });
  await settled(page, "10,000");
  const board = await readBoard(page);
  await page.getByRole("link", { name: "目标关联" }).click();
  const section = page.getByRole("region", { name: "几项一起达标的概率" });
  await section.getByRole("checkbox", { name: /^地区生产总值/ }).check();
  await eventually(() => new URL(page.url()).hash).toBe(`${ADDRESS}?must=gdp_growth&${QUERY}`);
  const [gdp] = board;
  // One target alone: the scoreboard's probability.
  expect(await shownText(section.getByRole("status"))).toContain(gdp!.probability);
  await section.getByRole("checkbox", { name: /^城镇登记失业率/ }).check();
  await section.getByRole("checkbox", { name: /^固定资产投资/ }).check();
  const rows = section.getByRole("table").getByRole("row");
  await eventually(() => rows.count()).toBe(4);
  const odds = (await rows.allInnerTexts())
    .slice(1)
    .map((text) => Number(/(\d+)%/.exec(text)?.[1] ?? "0"));
  // All three, at least two, at least one: each contains the one before.
  expect(odds).toEqual([...odds].sort((a, b) => a - b));
  const finding = await shownText(section.getByRole("status"));
  expect(finding).toContain("3项全部达标");
  expect(finding).toContain(`${odds[0]}%`);
  expect(await shownText(section)).toMatch(/若各项互不相关，应为[\d.]+%/);

  const shared = await openApp({ route: new URL(page.url()).hash });
  const there = shared.getByRole("region", { name: "几项一起达标的概率" });
  await eventually(() => shownText(there.getByRole("status"))).toBe(finding);
  await page.goBack();
  await eventually(() => rows.count()).toBe(3);
  await section.getByRole("button", { name: "移除“地区生产总值”" }).click();
  await section.getByRole("button", { name: "清空" }).click();
  await eventually(() => new URL(page.url()).hash).toBe(`${ADDRESS}?${QUERY}`);
});

test("tensions and synergies are told in sentences with errors, the largest gap first", async () => {
  const page = await openApp({ route: `${ADDRESS}?${QUERY}`, locale: "en" });
  const section = page.getByRole("region", { name: "Tensions and synergies" });
  const lists = section.getByRole("list");
  await lists.first().waitFor();
  const gaps = async (which: number) =>
    (await lists.nth(which).getByRole("listitem").allInnerTexts()).map((text) => {
      const [, joint, independent] =
        /both hit: ([\d.]+)%; if independent: ([\d.]+)%/.exec(text) ?? [];
      expect(text).toMatch(
        /^When “.+” hits, “.+” hits in \S+ of 100 worlds, against \S+ overall\./,
      );
      expect(text).toMatch(/[+−][\d.]+ points, standard error [\d.]+/);
      return Number(joint) - Number(independent);
    });
  const [tensions, synergies] = [await gaps(0), await gaps(1)];
  expect(tensions.length).toBe(6);
  expect(Math.max(...tensions)).toBeLessThan(0);
  expect(Math.min(...synergies)).toBeGreaterThan(0);
  // Shares are shown to a tenth of a point.
  for (const list of [tensions, synergies]) {
    list.slice(1).forEach((gap, k) => {
      expect(Math.abs(gap)).toBeLessThanOrEqual(Math.abs(list[k]!) + 0.2);
    });
  }
  await section
    .getByRole("button", { name: /Show all \d+ pairs/ })
    .first()
    .click();
  await eventually(() => lists.nth(0).getByRole("listitem").count()).toBeGreaterThan(6);
});

test("the matrix is walked by keyboard, told in words, and its row listed with Enter", async () => {
  const page = await openApp({ route: `${ADDRESS}?${QUERY}`, locale: "en" });
  const section = page.getByRole("region", { name: "The odds of each target when another hits" });
  const grid = section.getByRole("grid");
  await grid.waitFor();
  expect(await grid.getByRole("gridcell").count()).toBe(48 * 48);
  await grid.locator("[tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  await section
    .getByText(/^When “Gross regional product” hits, “General public budget revenue” hits in/)
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  const turned = section.getByText(
    /^When “General public budget revenue” hits, “Gross regional product” hits in/,
  );
  const sentence = await shownText(turned);
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  expect(await grid.locator("[tabindex='0']").count()).toBe(1);
  await page.keyboard.press("Enter");
  const table = section.getByRole("table");
  const row = table.getByRole("row", { name: /^Gross regional product/ });
  await row.waitFor();
  const [, conditional, overall] =
    /hits in (\S+) of 100 worlds, against (\S+) overall/.exec(sentence) ?? [];
  expect(await shownText(row)).toContain(`${Math.round(Number(conditional))}%`);
  expect(await shownText(row)).toContain(`${Math.round(Number(overall))}%`);
  expect(page.url()).toContain("given=");
});

test("on a phone one target is chosen and the others listed; all pairs come as a file", async () => {
  const page = await openApp({ ...phone, route: `${ADDRESS}?${QUERY}` });
  const section = page.getByRole("region", { name: "一项达标时，其他目标的达标概率" });
  const select = section.getByRole("combobox", { name: "已知达标的目标" });
  await select.selectOption("固定资产投资");
  await section.getByText("“固定资产投资”达标时，按差距排列").waitFor();
  expect(await section.getByRole("row").count()).toBe(48);
  const saving = page.waitForEvent("download");
  await section.getByRole("button", { name: "下载 CSV 表格：全部条件概率" }).click();
  const lines = readFileSync(await (await saving).path(), "utf8")
    .trim()
    .split("\r\n");
  // A head, a line for each ordered pair, and three of what it takes to compute it again.
  expect(lines.length).toBe(1 + 48 * 47 + 3);
});

test("the graph is walked by keyboard, tells where a quantity comes from, and shows the whole model on demand", async () => {
  const page = await openApp({ route: `${ADDRESS}?${QUERY}`, locale: "en" });
  const section = page.getByRole("region", { name: "What depends on what" });
  const canvas = section.getByRole("group", { name: /^Dependency graph/ });
  const nodes = canvas.getByRole("button");
  await canvas.waitFor();
  const near = await nodes.count();
  await canvas.locator("[tabindex='0']").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const facts = section.getByRole("status");
  await facts.getByRole("heading", { name: "Gross regional product" }).waitFor();
  expect(page.url()).toContain("node=gdp_growth");
  expect(await canvas.getByRole("button", { pressed: true }).count()).toBe(1);
  expect(await shownText(facts)).toContain("Directly from");

  await section.getByText("All", { exact: true }).click();
  await eventually(() => nodes.count()).toBeGreaterThan(near);
  await section.getByText("Show as a list").click();
  const rows = section.getByRole("row");
  // A head and a row for each node.
  await eventually(() => rows.count()).toBe(1 + (await nodes.count()));
  await section.getByRole("combobox").selectOption("The whole model");
  await eventually(() => nodes.count()).toBeGreaterThan(300);
  expect(page.url()).toContain("graph=*");
  await page.goBack();
  await eventually(() => nodes.count()).toBeLessThan(300);
});

test("the graph is moved with the mouse and zoomed with buttons, keys and the wheel", async () => {
  const page = await openApp({ route: `${ADDRESS}?${QUERY}`, locale: "en" });
  const section = page.getByRole("region", { name: "What depends on what" });
  const canvas = section.getByRole("group", { name: /^Dependency graph/ });
  await canvas.scrollIntoViewIfNeeded();
  const view = async () => {
    const text = (await canvas.locator("> g").getAttribute("transform")) ?? "";
    const [x, y, k] = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    return { x: x!, y: y!, k: k! };
  };
  const before = await view();
  await section.getByRole("button", { name: "Zoom in" }).click();
  await eventually(async () => (await view()).k / before.k).toBeCloseTo(1.3, 6);
  await canvas.locator("[tabindex='0']").focus();
  await page.keyboard.press("-");
  await eventually(async () => (await view()).k).toBeCloseTo(before.k, 6);
  const start = await view();
  const box = (await canvas.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 130, box.y + 70, { steps: 5 });
  await page.mouse.up();
  await eventually(async () => (await view()).x - start.x).toBeCloseTo(100, 3);
  expect((await view()).y - start.y).toBeCloseTo(40, 3);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  // 2 ^ (200/200)
  await eventually(async () => (await view()).k / start.k).toBeCloseTo(2, 6);
  await section.getByRole("button", { name: "Show all" }).click();
  await eventually(async () => (await view()).k).toBeLessThan(2 * start.k);
});
