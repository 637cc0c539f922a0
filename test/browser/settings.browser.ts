import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { chooseScenario, enter, eventually, readBoard, settled } from "./board-page.ts";
import { csvRows } from "./csv-rows.ts";
import { download } from "./download.ts";
import { shownText } from "./shown-text.ts";
import { holdWorkers } from "./worker-brake.ts";

const openApp = appBrowser();
const ROUTE = "#/?draws=10000";
const DRAWS = "10,000";

const opacity = (element: Locator) =>
  element.evaluate((node) => Number(getComputedStyle(node).opacity));

test("another seed changes results within sampling error, and the same seed brings them back", async () => {
  const page = await openApp({ route: ROUTE });
  const table = async () => (await download(page, "下载 CSV 表格")).bytes.toString("utf8");
  await settled(page, DRAWS);
  const first = await table();
  await page.getByRole("button", { name: /^抽样设置/ }).click();
  await page.getByRole("button", { name: "换一个种子" }).click();
  await page.keyboard.press("Escape");
  await settled(page, DRAWS, "2");
  expect(page.url()).toContain("seed=2");
  const second = await table();
  await enter(page, "随机种子", "1");
  await settled(page, DRAWS, "1");
  // Every digit of every number.
  expect(await table()).toBe(first);

  const [head, ...rows] = csvRows(first);
  const others = csvRows(second).slice(1);
  const at = (name: string) => head!.indexOf(name);
  const moved = rows.map((row, index) => {
    const other = others[index]!;
    const difference = Number(row[at("达标概率")]) - Number(other[at("达标概率")]);
    return { difference, error: Math.hypot(+row[at("标准误")]!, +other[at("标准误")]!) };
  });
  expect(moved.filter(({ difference }) => difference !== 0).length).toBeGreaterThan(30);
  // Two independent samples: 5 standard errors of the difference, and one draw where there is none.
  const tooFar = moved.filter(({ difference, error }) => Math.abs(difference) > 5 * error + 1e-4);
  expect(tooFar).toEqual([]);
});

test("a result is marked as old, with the reason, until the new one is there", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const before = await readBoard(page);
  const release = await holdWorkers(page);
  const note = page.getByText("显示的是旧结果").locator("..");
  expect(await note.count()).toBe(0);
  await enter(page, "随机种子", "12");
  await eventually(() => shownText(note)).toBe("显示的是旧结果：随机种子已更改。");
  await enter(page, "其他次数", "2万");
  await eventually(() => shownText(note)).toBe("显示的是旧结果：随机种子已更改；抽样次数已更改。");
  await chooseScenario(page, "外需骤降");
  await eventually(() => shownText(note)).toBe(
    "显示的是旧结果：情景已切换；随机种子已更改；抽样次数已更改。",
  );
  // Faded: what cannot be relied on must not look like it can.
  const table = page.getByRole("table");
  await eventually(() => opacity(table)).toBeLessThan(1);
  await eventually(() => opacity(page.getByRole("region", { name: "总览" }))).toBeLessThan(1);
  expect((await readBoard(page)).map(({ probability }) => probability)).toEqual(
    before.map(({ probability }) => probability),
  );

  await release();
  await settled(page, "20,000", "12");
  expect(await note.count()).toBe(0);
  await eventually(() => opacity(table)).toBe(1);
  expect(await readBoard(page)).not.toEqual(before);
});

test("numbers of draws that make no sense are refused, presets and written numbers run", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  await page.getByRole("button", { name: /^抽样设置/ }).click();
  const field = page.getByRole("textbox", { name: "其他次数" });
  const apply = page.getByRole("button", { name: "应用" }).first();
  for (const text of ["0", "-5", "1.5", "many", "", "10000001"]) {
    await field.fill(text);
    await eventually(() => apply.isDisabled()).toBe(true);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
  }
  await field.fill("3k");
  await apply.click();
  await settled(page, "3000");
  expect(page.url()).toContain("draws=3000");
  await page.getByRole("radio", { name: "10,000" }).check({ force: true });
  await settled(page, DRAWS);
});
