import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";
import { csvRows } from "./csv-rows.ts";
import { download } from "./download.ts";
import { headless, isShownAs } from "./headless.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const run = headless();
const DRAWS = "10,000";
const ROUTE = "#/jiaxing-2021/baseline/compare?draws=10000";
const SCENARIOS = readdirSync("scenarios/jiaxing-2021").map((file) => file.replace(".yaml", ""));

interface Grid {
  /** Scenario ids, by column. */
  readonly scenarios: readonly string[];
  /** Visible texts of the cells by target id; totals are left out. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
}

async function readGrid(page: Page): Promise<Grid> {
  const read = await page
    .getByRole("table")
    .first()
    .evaluate((table: HTMLTableElement) => {
      const idIn = (cell: Element | undefined, pattern: string) =>
        new RegExp(pattern).exec(cell?.querySelector("a")?.hash ?? "")?.[1] ?? "";
      const [head, ...rows] = [...table.rows];
      const scenarios = [...(head?.cells ?? [])].slice(1);
      return {
        scenarios: scenarios.map((cell) => idIn(cell, "^#/[^/]+/([^/?]+)")),
        targets: rows.map((row): [string, string[]] => [
          idIn(row.cells[0], "/target/([^/?]+)"),
          // biome-ignore lint/performance/useDomNodeTextContent: hidden texts must not count
          [...row.cells].slice(1).map((cell) => cell.innerText.trim()),
        ]),
      };
    });
  return { scenarios: read.scenarios, targets: new Map(read.targets.filter(([id]) => id !== "")) };
}

test("all scenarios stand side by side with the odds of headless runs", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const { scenarios, targets } = await readGrid(page);
  expect(scenarios[0]).toBe("baseline");
  expect([...scenarios].sort()).toEqual([...SCENARIOS].sort());
  expect(targets.size).toBe(48);
  for (const scenario of [scenarios[0]!, scenarios.at(-1)!]) {
    const column = scenarios.indexOf(scenario);
    const report = await run("jiaxing-2021", "--draws", "10000", "--scenario", scenario);
    const wrong = report.targets.filter(
      ({ id, probability }) => !isShownAs(probability, targets.get(id)![column]!),
    );
    expect({ scenario, wrong }).toEqual({ scenario, wrong: [] });
  }

  await page.getByText("与基准之差（百分点）").click();
  await eventually(async () => (await readGrid(page)).targets.get("gdp_growth")![1]).toMatch(
    /^[▲▼]?\s*[+−±]\d+\.\d$/,
  );
  const differences = await readGrid(page);
  for (const [id, cells] of differences.targets) {
    expect(cells[0]).toBe(targets.get(id)![0]);
    expect(cells.slice(1).filter((cell) => !/[+−±]\d+\.\d$/.test(cell))).toEqual([]);
  }
  const { name, bytes } = await download(page, "下载 CSV 表格");
  expect(name).toBe("jiaxing-2021_情景比较.csv");
  const [head, first] = csvRows(bytes.toString("utf8"));
  expect(head).toHaveLength(3 + 4 * scenarios.length);
  expect(isShownAs(Number(first![3]), targets.get(first![0]!)![0]!)).toBe(true);
});

test("the chart shows the targets that differ most, or those picked, for every scenario", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const { scenarios } = await readGrid(page);
  const heading = page.getByRole("heading", { name: /^(情景差异最大的目标|所选\d+项目标)$/ });
  const chart = page.locator("section").filter({ has: heading }).getByRole("figure");
  const dots = () => chart.getByRole("img").locator("circle, path, polygon, rect").count();
  await chart.getByRole("img").waitFor();
  const texts = await chart.getByRole("img").locator("text").allTextContents();
  const eight = await dots();
  expect(eight).toBeGreaterThanOrEqual(8 * scenarios.length);

  await page.getByTitle("在图中显示地区生产总值").locator("..").click();
  await page.getByRole("heading", { name: "所选1项目标" }).waitFor();
  await eventually(dots).toBeLessThan(eight);
  expect(await dots()).toBeGreaterThanOrEqual(scenarios.length);
  await page.getByRole("button", { name: "恢复为差异最大的目标" }).click();
  await eventually(() => chart.getByRole("img").locator("text").allTextContents()).toEqual(texts);
});

test("a scenario's changes are told with reasons, and its name opens it", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const story = page.getByRole("article").filter({
    has: page.getByRole("heading", { name: "疫情反复" }),
  });
  expect(await story.getByRole("listitem").count()).toBe(3);
  expect(await shownText(story)).toContain("受扰程度集中在2020年的一半左右");
  expect(await shownText(story)).toContain("beta(6, 6)");
  await page.getByRole("columnheader", { name: "疫情反复" }).getByRole("link").click();
  await page.getByRole("button", { name: "选择情景：疫情反复" }).waitFor();
  await page.getByRole("heading", { name: "共48项目标" }).waitFor();
});

test("scenarios are chosen, and the choice is kept in the address", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const choice = page.getByRole("group", { name: "参与比较的情景" });
  for (const box of (await choice.getByRole("checkbox").all()).slice(3)) await box.uncheck();
  const { scenarios } = await readGrid(page);
  expect(scenarios).toHaveLength(3);
  await page.reload();
  await settled(page, DRAWS);
  expect((await readGrid(page)).scenarios).toEqual(scenarios);
  await page.goBack();
  await eventually(async () => (await readGrid(page)).scenarios.length).toBe(4);
  await page.getByRole("button", { name: "全部", exact: true }).click();
  await eventually(async () => (await readGrid(page)).scenarios.length).toBe(SCENARIOS.length);
});

test("the difference between two scenarios is told in words, and shared out to their changes", {
  timeout: 180_000,
}, async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const between = page.getByRole("region", { name: "两个情景差在哪里" });
  await between.getByRole("combobox", { name: "到" }).selectOption({ label: "疫情反复" });
  const changes = await between.getByRole("listitem").count();
  expect(changes).toBeGreaterThan(1);
  await between.getByRole("button", { name: "计算各项改动的影响" }).click();
  const chart = between.getByRole("figure");
  await chart.waitFor({ timeout: 90_000 });
  await between.getByRole("combobox", { name: "目标" }).selectOption({ label: "地区生产总值" });
  await chart
    .getByText(/地区生产总值：相差 −/)
    .first()
    .waitFor();
  await chart
    .getByText(/对所有次序取平均（沙普利值）/)
    .first()
    .waitFor();
  // The shares add up to the difference of both columns at as many draws.
  const saved = await download(page, chart.getByRole("button", { name: /CSV/ }));
  const [head = [], ...rows] = csvRows(saved.bytes.toString("utf8"));
  const column = head.indexOf("贡献（百分点）");
  const sum = rows.slice(0, changes).reduce((total, row) => total + Number(row[column]), 0);
  const [before, after] = await Promise.all(
    ["baseline", "epidemic-returns"].map(async (scenario) => {
      const report = await run("jiaxing-2021", "--draws", "10240", "--scenario", scenario);
      return report.targets.find(({ id }) => id === "gdp_growth")!.probability;
    }),
  );
  expect(sum).toBeCloseTo((after! - before!) * 100, 6);

  // Another pair has none yet; a run of it can be cancelled.
  await between
    .getByRole("combobox", { name: "从" })
    .selectOption({ label: "从2020年低基数强劲复苏" });
  await between.getByRole("button", { name: "计算各项改动的影响" }).click();
  await between.getByRole("button", { name: "取消" }).click();
  await between.getByText("已取消。").waitFor();
});

test("distributions of a target or any indicator lie over each other", async () => {
  const page = await openApp({
    route: "#/jiaxing-2021/baseline/compare/baseline.epidemic-returns?draws=10000",
  });
  await settled(page, DRAWS);
  const section = page.getByRole("region", { name: "分布对比" });
  const quantity = section.getByRole("combobox", { name: "指标" });
  await quantity.selectOption({ label: "地区生产总值" });
  const figure = section.getByRole("figure");
  await figure
    .getByText(/：中位数从 .*（疫情反复）到 .*（基准情景）/)
    .first()
    .waitFor();
  await section.getByText("超越概率", { exact: true }).click();
  await figure
    .getByText("各情景下达到或超过横轴数值的概率，标记在 10%、50%、90% 分位数处")
    .waitFor();
  // An indicator that no target is about is computed when it is asked for.
  const indicators = await quantity.locator("optgroup").nth(1).getByRole("option").all();
  const last = (await indicators.at(-1)?.getAttribute("value")) ?? "";
  await quantity.selectOption(last);
  await figure.locator("canvas").first().waitFor();
  await figure
    .getByText(/（2025年）：中位数从/)
    .first()
    .waitFor();
});
