import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { palette } from "../../src/charts/palette.ts";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";
import { barAreas, colorCounts } from "./canvas-pixels.ts";
import { headless } from "./headless.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const run = headless();
const ROUTE = "#/jiaxing-2021/baseline/target/gdp_growth?draws=10000";

const histogram = (page: Page) => page.getByRole("img", { name: /^直方图/ });
const curve = (page: Page) => page.getByRole("img", { name: /^概率曲线/ });
const canvasOf = (chart: Locator) => chart.locator("canvas");

test.each(["light", "dark"] as const)(
  "in the %s theme a histogram's areas are the odds",
  async (theme) => {
    const page = await openApp({ route: ROUTE, colorScheme: theme });
    await settled(page, "10,000");
    const canvas = canvasOf(histogram(page));
    await canvas.waitFor();
    const colors = await colorCounts(canvas);
    expect(colors.size).toBeGreaterThan(20);
    expect(colors.get(palette(theme).hit) ?? 0).toBeGreaterThan(5_000);
    const bars = await barAreas(canvas);
    const { targets } = await run("jiaxing-2021", "--draws", "10000");
    const share = bars.hitArea / (bars.hitArea + bars.missArea);
    // Growth above the target is a hit, so all hits lie to the right of all misses.
    expect(bars.firstHit).toBeGreaterThan(bars.lastMiss);
    // Edges of bars blur by a pixel each.
    expect(Math.abs(share - targets[0]!.probability)).toBeLessThan(0.03);
    expect(bars.hitArea + bars.missArea).toBeGreaterThan(10_000);
  },
);

test("the curve is drawn, and both charts follow a switch of the theme", async () => {
  const page = await openApp({ route: ROUTE, colorScheme: "light" });
  await settled(page, "10,000");
  for (const chart of [histogram(page), curve(page)]) {
    await canvasOf(chart).waitFor();
    const colors = await colorCounts(canvasOf(chart));
    expect(colors.get(palette("light").ink) ?? 0).toBeGreaterThan(100);
    expect(colors.get(palette("light").hit) ?? 0).toBeGreaterThan(20);
    expect(colors.get(palette("dark").hit) ?? 0).toBe(0);
  }
  await page.getByRole("button", { name: "明暗：跟随系统" }).click();
  await page.getByRole("button", { name: "明暗：浅色" }).click();
  await page.getByRole("button", { name: "明暗：深色" }).waitFor();
  for (const chart of [histogram(page), curve(page)]) {
    await eventually(
      async () => (await colorCounts(canvasOf(chart))).get(palette("dark").hit) ?? 0,
    ).toBeGreaterThan(20);
    expect((await colorCounts(canvasOf(chart))).get(palette("light").hit) ?? 0).toBe(0);
  }
  await page.reload();
  await page.getByRole("button", { name: "明暗：深色" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
});

test("values are read under the cursor and in the table behind a chart", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  const figure = page.getByRole("figure").filter({ has: histogram(page) });
  await canvasOf(figure).waitFor();
  await figure.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await canvasOf(figure).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await eventually(() => shownText(figure.locator("output"))).toMatch(/^[\d.−]+–[\d.−]+%?: /);

  await figure.getByRole("button", { name: "数据表" }).click();
  const rows = await figure.getByRole("table").getByRole("row").all();
  const cells = await Promise.all(
    rows.slice(1).map((row) => row.getByRole("cell").allInnerTexts()),
  );
  const roles = cells.map(([, , , role]) => role);
  expect(new Set(roles)).toEqual(new Set(["达标", "未达"]));
  expect(roles.indexOf("达标")).toBeGreaterThan(roles.lastIndexOf("未达"));
  await figure.getByRole("button", { name: "收起数据表" }).click();
  expect(await figure.getByRole("table").count()).toBe(0);
});

test("every row of the scoreboard has its small distribution", async () => {
  const page = await openApp({ route: "#/?draws=10000" });
  await settled(page, "10,000");
  const strips = await page.getByRole("table").evaluate((table: HTMLTableElement) =>
    [...table.querySelectorAll("tr:has(th[scope=row])")].map((row) => {
      const strip = row.querySelector("td:nth-of-type(4) svg");
      const { width, height } = strip?.getBoundingClientRect() ?? { width: 0, height: 0 };
      const paths = [...(strip?.querySelectorAll("path") ?? [])];
      const painted = paths.filter((path) => path.getBBox().width > 2 && path.getBBox().height > 2);
      return width > 50 && height > 10 && painted.length > 0;
    }),
  );
  expect(strips).toEqual(Array(48).fill(true));
});
