import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";
import { csvRows } from "./csv-rows.ts";
import { download } from "./download.ts";
import { headless } from "./headless.ts";

const openApp = appBrowser();
const run = headless();
const TARGET = "energy_capacity_released";
const ROUTE = `#/jiaxing-2021/baseline/target/${TARGET}?draws=10000`;

test("a five-year target has a fan chart and the pace that it requires, as at the command line", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  const fan = page.getByRole("region", { name: /累计进度/ }).getByRole("figure");
  await fan.locator("canvas").first().waitFor();
  const svg = await download(page, fan.getByRole("button", { name: "保存 SVG" }));
  expect(svg.name).toContain(`${TARGET}-fan`);
  expect(svg.bytes.toString("utf8")).toContain("目标 ≥ 200万吨标煤");

  const { targets } = await run("jiaxing-2021", "--draws", "10000");
  const expected = targets.find(({ id }) => id === TARGET)?.pace?.rows;
  const pace = page.getByRole("region", { name: /年若为中位情形，其余4年每年/ });
  // A first look stands there until all draws are done.
  const read = async () => {
    const saved = await download(page, pace.getByRole("button", { name: "保存 CSV" }));
    const rows = csvRows(saved.bytes.toString("utf8"));
    // End of, years left, three of what there is so far, then what is needed, its median first.
    return rows
      .filter(([year]) => /^20\d\d$/.test(year ?? ""))
      .map((row) => [Number(row[0]), Number(row[5])]);
  };
  await eventually(read).toEqual(expected?.map(({ year, needed }) => [year, needed.p50]));
});

test("the fan of a quantity stands on its card in the model", async () => {
  const page = await openApp({ route: "#/jiaxing-2021/baseline/model/gdp_growth?draws=10000" });
  const card = page.locator("#quantity-gdp_growth dl.card");
  await card.locator("canvas").first().waitFor();
  expect(await card.getByRole("img").getAttribute("aria-label")).toContain("2025年中位数");
});
