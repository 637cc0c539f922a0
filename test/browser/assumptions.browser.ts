import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";

const openApp = appBrowser();
const ROUTE = "#/jiaxing-2021/baseline/assumptions?draws=10000";

/** The odds beside the sliders by target. */
const odds = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole("region", { name: "达标概率" })
    .getByRole("listitem")
    .evaluateAll((items) =>
      items.map((item) => item.querySelector("svg")?.getAttribute("aria-label") ?? ""),
    );

test("a dragged slider moves the odds, is kept as a scenario, and is undone as one step", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  await page.getByRole("heading", { name: "245项假设" }).waitFor();
  const before = await odds(page);
  const slider = page.getByRole("slider", { name: "外部需求（全国出口偏离常年）：中位数" });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step += 1) {
    await page.mouse.move(box.x + box.width * (0.5 - step * 0.05), y);
  }
  await eventually(() => odds(page)).not.toEqual(before);
  await page.mouse.up();
  await settled(page, "10,000");
  await page.getByRole("button", { name: "选择情景：基准情景（修改）" }).waitFor();
  const after = await odds(page);
  const share = (text: string | undefined): number => Number(/(\d+)%$/.exec(text ?? "")?.[1]);
  const exports = after.findIndex((text) => text.startsWith("货物出口总额"));
  // Less foreign demand: exports are less likely to grow as planned.
  expect(share(after[exports])).toBeLessThan(share(before[exports]));

  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "选择情景：基准情景", exact: true }).waitFor();
  await settled(page, "10,000");
  expect(await odds(page)).toEqual(before);
  await page.getByRole("button", { name: "重做：修改外部需求（全国出口偏离常年）" }).click();
  await settled(page, "10,000");
  expect(await odds(page)).toEqual(after);
});

test("correlations that cannot hold together are told while typing, and not taken", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  const entry = (name: string) => page.getByRole("textbox", { name, exact: true });
  await entry("外部需求（全国出口偏离常年）与国内景气新变化的秩相关").fill("0.6");
  await page.getByRole("button", { name: "选择情景：基准情景（修改）" }).waitFor();
  await entry("外部需求（全国出口偏离常年）与全省消费价格（偏离常年）的秩相关").fill("-0.95");
  await page
    .getByRole("alert")
    .getByText(/不能同时成立/)
    .waitFor();
  await page.getByRole("radio", { name: "已改动 1" }).waitFor({ state: "attached" });
});
