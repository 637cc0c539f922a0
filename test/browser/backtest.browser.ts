import { expect, test } from "vitest";
import { PROJECT } from "../support/built-command-line.ts";
import { appBrowser } from "./app-browser.ts";
import { csvRows } from "./csv-rows.ts";
import { download } from "./download.ts";
import { headlessBacktest } from "./headless-backtest.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const backtest = headlessBacktest();
const ROUTE = "#/jiaxing-2021/baseline/backtest?draws=10000";

test("the page shows what a headless backtest says, case by case", async () => {
  const report = await backtest(`${PROJECT}/models/jiaxing-2021`);
  const page = await openApp({ route: ROUTE });
  await page.getByRole("heading", { name: "与简单办法比较" }).waitFor();
  const page90 = page.getByRole("row", { name: /^90%/ });
  const [, , widest] = report.scores.coverage;
  expect(await shownText(page90)).toContain(`${widest?.covered}/${widest?.cases}`);
  const crps = page.getByRole("row", { name: /分布（CRPS） 照上年不变/ });
  expect(await shownText(crps)).toContain(report.scores.crps.noChange?.model.toFixed(3));
  await page.locator("summary", { hasText: "全部结果" }).click();
  const cases = page.locator("details", { hasText: "全部结果" }).locator("tbody tr");
  expect(await cases.count()).toBe(report.quantities.length);
  const targets = page.locator("section", { hasText: "往年目标" }).last().locator("tbody tr");
  expect(await targets.count()).toBe(report.targets.length);
});

test("its charts can be saved with the numbers behind them", async () => {
  const page = await openApp({ route: ROUTE });
  const figure = page.getByRole("figure").first();
  await figure.waitFor();
  const { name, bytes } = await download(page, figure.getByRole("button", { name: "保存 CSV" }));
  expect(name).toContain("回测");
  const [head, ...rows] = csvRows(bytes.toString("utf8"));
  expect(head).toEqual(["自", "至", "结果数"]);
  expect(rows.slice(0, 5).map((row) => Number(row[0]))).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
});
