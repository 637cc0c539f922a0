import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { readBoard, settled } from "./board-page.ts";
import { dropFiles } from "./drop-files.ts";
import { headless, isShownAs } from "./headless.ts";
import { openFile } from "./open-file.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const run = headless();
const DRAWS = "10,000";
const ROUTE = "#/?draws=10000";
const BROKEN = "test/fixtures/ten-mistakes.yaml";
const HARBOUR = "test/fixtures/models/harbour/plan.yaml";

/** What stands at the ten mistakes; the fixture marks their lines. */
const MISTAKES = [
  "normal",
  "colour",
  '"100 million yaun"',
  "judgement: { zh: 测试 }",
  "notices",
  "world_trde",
  "+ throughput_growth",
  "1.3",
  "rises",
  "citty",
];

const drop = (page: Page, name: string, text: string): Promise<string> =>
  dropFiles(page, [{ name, text }]);

test("a broken plan lists all problems with line, column and remedy", async () => {
  const page = await openApp({ route: ROUTE });
  await openFile(page, BROKEN);
  await page.getByRole("heading", { name: "这份文件有10处需要修改" }).waitFor();
  const text = readFileSync(BROKEN, "utf8");
  const lines = text.split("\n");
  const expected = lines.flatMap((line, index) => (line.includes("# mistake:") ? [index + 1] : []));
  const problems = await page.getByRole("main").getByRole("listitem").all();
  const places = await Promise.all(
    problems.map(async (problem) => {
      const [place = ""] = (await shownText(problem)).split("\n");
      const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
      return { file, line: Number(line), column: Number(column) };
    }),
  );
  expect(places.map(({ file }) => file)).toEqual(Array(10).fill("ten-mistakes.yaml"));
  expect(places.map(({ line }) => line)).toEqual(expected);
  for (const [index, { line, column }] of places.entries()) {
    const rest = lines[line - 1]!.slice(column - 1);
    expect(rest.startsWith(MISTAKES[index]!), `${line}:${column} ${rest}`).toBe(true);
    // The line is quoted, and marked from that place on.
    expect(await shownText(problems[index]!.locator("mark"))).toBe(rest);
    expect(await shownText(problems[index]!)).toContain("改法：");
  }
  const sixth = await shownText(problems[5]!);
  expect(sixth).toContain("没有名为 world_trde 的假设、参数或指标");
  expect(sixth).toContain("是否应为 world_trade");

  await page.getByRole("button", { name: "Switch to English" }).click();
  await page.getByRole("heading", { name: "10 things to mend in this file" }).waitFor();
});

test("a dropped plan runs, survives a reload, and makes way for the included one", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const text = readFileSync(HARBOUR, "utf8");
  expect(await drop(page, "harbour.yaml", text)).toBe(
    "松开鼠标，打开这份计划文件（可连同 history.csv 一起）或情景文件",
  );
  await page.getByRole("button", { name: "选择计划：港口城市2021年计划" }).waitFor();
  await settled(page, DRAWS);
  const rows = await readBoard(page);
  const { targets } = await run(HARBOUR, "--draws", "10000");
  expect(rows.map(({ id }) => id)).toEqual(targets.map(({ id }) => id));
  expect(
    rows.filter((row, index) => !isShownAs(targets[index]!.probability, row.probability)),
  ).toEqual([]);

  await page.reload();
  await settled(page, DRAWS);
  expect(await readBoard(page)).toEqual(rows);
  await page.getByRole("button", { name: "选择计划：港口城市2021年计划" }).click();
  await page.getByRole("button", { name: "关闭文件，回到自带计划" }).click();
  await page.getByRole("heading", { name: "共48项目标" }).waitFor();
});

test("a file is mended and opened again; one that is no plan says so", async () => {
  const page = await openApp({ route: ROUTE });
  await drop(page, "plan.yaml", "planodds: 1\nid: [");
  await page.getByRole("heading", { name: /这份文件有\d+处需要修改/ }).waitFor();
  await drop(page, "photo.jpg", "\u0000\ufffd\u0001\ufffdJFIF");
  await page.getByText("photo.jpg", { exact: true }).first().waitFor();
  await page.getByRole("heading", { name: /这份文件有\d+处需要修改/ }).waitFor();
  await drop(page, "plan.yaml", readFileSync(HARBOUR, "utf8"));
  await page.getByRole("heading", { name: "共4项目标" }).waitFor();
});
