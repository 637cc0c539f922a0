import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, readBoard, settled } from "./board-page.ts";
import { download } from "./download.ts";
import { dropFiles } from "./drop-files.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const DRAWS = "10,000";
const ROUTE = "#/jiaxing-2021/epidemic-returns/scenarios?draws=10000";

const own = (page: Page): Locator => page.getByRole("region", { name: "自己的情景" });
const card = (page: Page, title: string): Locator =>
  own(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: title, exact: true }) });
const titles = (page: Page): Promise<string[]> =>
  own(page).getByRole("heading", { level: 4 }).getByRole("link").allInnerTexts();
const press = (of: Locator, name: string) => of.getByRole("button", { name, exact: true }).click();

/** Makes a scenario from the baseline, with a title in one language. */
async function create(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "从基准新建" }).click();
  await page.getByRole("textbox", { name: "中文名称" }).fill(title);
  await page.getByRole("textbox", { name: "英文名称" }).fill("");
  await press(own(page), "保存");
  await card(page, title).waitFor();
}

test("scenarios are made, described, moved, deleted, brought back, and there after a reload", async () => {
  const page = await openApp({ route: ROUTE });
  await page.getByText("还没有自己的情景").waitFor();
  await create(page, "乐观");
  await create(page, "悲观");
  // The language left empty takes the same words.
  await page.getByRole("button", { name: "Switch to English" }).click();
  await page.getByRole("link", { name: "悲观", exact: true }).first().waitFor();
  await page.getByRole("button", { name: "切换到中文" }).click();

  const shipped = page.getByRole("region", { name: "自带情景" }).getByRole("listitem");
  await press(shipped.filter({ hasText: "疫情反复" }), "复制");
  await press(own(page), "取消");
  expect(await titles(page)).toEqual(["乐观", "悲观", "疫情反复（副本）"]);
  expect(await shownText(card(page, "疫情反复（副本）"))).toMatch(/改动\d项假设/);

  await press(card(page, "悲观"), "上移“悲观”");
  expect(await titles(page)).toEqual(["悲观", "乐观", "疫情反复（副本）"]);
  // The focus goes with the scenario, and Alt with an arrow moves it too.
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  expect(await titles(page)).toEqual(["乐观", "疫情反复（副本）", "悲观"]);

  await press(card(page, "乐观"), "删除");
  await page.getByText("已删除“乐观”。").waitFor();
  expect(await titles(page)).toEqual(["疫情反复（副本）", "悲观"]);
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  expect(await titles(page)).toEqual(["乐观", "疫情反复（副本）", "悲观"]);

  await card(page, "疫情反复（副本）").getByRole("link", { name: "疫情反复（副本）" }).click();
  await settled(page, DRAWS);
  const board = await readBoard(page);
  await page.reload();
  await settled(page, DRAWS);
  expect(await readBoard(page)).toEqual(board);
  await page.getByRole("button", { name: "选择情景：疫情反复（副本）" }).click();
  await page.getByRole("link", { name: "管理、导入和分享情景…" }).click();
  await card(page, "悲观").waitFor();
  expect(await titles(page)).toEqual(["乐观", "疫情反复（副本）", "悲观"]);
});

test("deleting the scenario on show leaves the baseline on show, and no warning", async () => {
  const page = await openApp({ route: ROUTE });
  await create(page, "临时");
  await press(card(page, "临时"), "删除");
  await page.getByText("已删除“临时”。").waitFor();
  await page.getByRole("button", { name: "选择情景：基准情景" }).waitFor();
  expect(await page.getByText("地址中有这份计划没有的内容").count()).toBe(0);
});

test("two tabs do not erase each other's scenarios", async () => {
  const page = await openApp({ route: ROUTE });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await create(page, "甲");
  await create(other, "乙");
  await page.reload();
  await card(page, "乙").waitFor();
  expect([...(await titles(page))].sort()).toEqual(["甲", "乙"].sort());
});

/** Gives an own scenario another title. */
async function rename(page: Page, title: string, to: string): Promise<void> {
  await press(card(page, title), "名称与说明");
  await page.getByRole("textbox", { name: "中文名称" }).fill(to);
  await press(own(page), "保存");
}

test("a tab follows another one; where both change a scenario, the second change becomes a copy and is told", async () => {
  const page = await openApp({ route: ROUTE });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await create(page, "甲");
  await card(other, "甲").waitFor();
  // A tab that hears nothing, as one that was frozen meanwhile.
  const deaf = await page.context().newPage();
  await deaf.addInitScript(() => Reflect.deleteProperty(window, "BroadcastChannel"));
  await deaf.goto(page.url());
  await card(deaf, "甲").waitFor();
  await rename(page, "甲", "乙");
  await card(other, "乙").waitFor();

  await rename(deaf, "甲", "丙");
  const alert = deaf.getByRole("alert");
  await alert.getByRole("heading", { name: "两个标签页改了同一个情景" }).waitFor();
  await alert.getByText("“乙”保留另一个标签页的改动；这里的改动另存为“丙（本页改动）”").waitFor();
  await press(alert, "知道了");
  expect(await titles(deaf)).toEqual(["乙", "丙（本页改动）"]);
  await page.reload();
  await card(page, "丙（本页改动）").waitFor();
  expect(await titles(page)).toEqual(["乙", "丙（本页改动）"]);

  // Undo takes this tab's own change back, and nothing else.
  await deaf.getByRole("button", { name: /^撤销/ }).first().click();
  await eventually(() => titles(deaf)).toEqual(["乙"]);
  await deaf.reload();
  await card(deaf, "乙").waitFor();
  expect(await titles(deaf)).toEqual(["乙"]);
});

test("a scenario is saved as a file, dropped on another page, and one with mistakes is told by line", async () => {
  const page = await openApp({ route: ROUTE });
  await press(
    page
      .getByRole("region", { name: "自带情景" })
      .getByRole("listitem")
      .filter({ hasText: "疫情反复" }),
    "复制",
  );
  await press(own(page), "取消");
  const { name, bytes } = await download(
    page,
    card(page, "疫情反复（副本）").getByRole("button", { name: "导出文件" }),
  );
  expect(name).toBe("疫情反复（副本）.yaml");
  const text = bytes.toString("utf8");

  const other = await openApp({ route: "#/?draws=10000" });
  await settled(other, DRAWS);
  const broken = text.replace("planodds_scenario: 1\nid:", "planodds_scenario: 1\nidd:");
  await dropFiles(other, [
    { name, text },
    { name: "bad.yaml", text: broken },
  ]);
  await card(other, "疫情反复（副本）").waitFor();
  const alert = other.getByRole("alert");
  await alert.getByRole("heading", { name: "1个文件没有导入" }).waitFor();
  await alert.getByText("bad.yaml:2:1").waitFor();
  await press(alert, "知道了");
  await eventually(() => other.getByRole("alert").count()).toBe(0);
  await settled(other, DRAWS);
  expect(await titles(other)).toEqual(["疫情反复（副本）"]);
  await other.getByRole("button", { name: "选择情景：疫情反复（副本）" }).waitFor();
});

test("a link shows the same numbers elsewhere, and overwrites nothing", async () => {
  const page = await openApp({
    route: "#/jiaxing-2021/epidemic-returns/scenarios?draws=10000&seed=3",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const shipped = page.getByRole("region", { name: "自带情景" }).getByRole("listitem");
  const epidemic = shipped.filter({ hasText: "疫情反复" });
  await press(epidemic, "分享链接");
  await press(epidemic, "复制链接");
  await epidemic.getByText("已复制", { exact: true }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await epidemic.getByRole("link", { name: "疫情反复" }).click();
  await settled(page, DRAWS, "3");
  const board = await readBoard(page);

  const other = await openApp({ route: `#${link.split("#")[1]}` });
  await settled(other, DRAWS, "3");
  await other.getByRole("heading", { name: "链接带来的情景：疫情反复" }).waitFor();
  expect(await readBoard(other)).toEqual(board);
  await other.getByRole("button", { name: "保留为自己的情景" }).click();
  await eventually(() => other.url()).toMatch(/\/own-\w+\?draws=10000&seed=3$/);
  await settled(other, DRAWS, "3");
  expect(await readBoard(other)).toEqual(board);

  // Another visitor, cut off on its way: what was kept stays.
  await other.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#${link.split("#")[1]?.slice(0, -20)}`,
  );
  await other.getByRole("heading", { name: "这个链接不完整" }).waitFor();
  await other.getByRole("button", { name: "关闭", exact: true }).click();
  await other.getByRole("button", { name: /^选择情景/ }).click();
  expect(await other.getByRole("option", { name: /^疫情反复/ }).count()).toBe(2);
});

test("where the browser keeps nothing, the app says so and works on", async () => {
  const page = await openApp({
    route: ROUTE,
    prepare: (prepared) =>
      prepared.addInitScript(() => {
        Object.defineProperty(globalThis, "indexedDB", {
          get: () => {
            throw new DOMException("refused", "SecurityError");
          },
        });
      }),
  });
  expect(await page.getByRole("alert").count()).toBe(0);
  await create(page, "临时");
  const alert = page.getByRole("alert");
  await alert.getByRole("heading", { name: "情景没有保存下来" }).waitFor();
  const { name } = await download(page, alert.getByRole("button", { name: "全部导出" }));
  expect(name).toBe("临时.yaml");
  await settled(page, DRAWS);
});

test("a plan file that has changed keeps the scenarios it no longer takes, with the reason", async () => {
  const page = await openApp({ route: "#/?draws=10000" });
  await settled(page, DRAWS);
  const text = readFileSync("test/fixtures/models/harbour/plan.yaml", "utf8");
  const scenario = readFileSync("test/fixtures/scenarios/harbour/storm.yaml", "utf8");
  const name = /input: (\w+)/.exec(scenario)?.[1] ?? "";
  await dropFiles(page, [
    { name: "plan.yaml", text },
    { name: "storm.yaml", text: scenario },
  ]);
  await own(page).getByRole("heading", { level: 4 }).waitFor();
  const [title = ""] = await titles(page);
  // Its link does not hold the file.
  await press(card(page, title), "分享链接");
  await card(page, title).getByText("请把计划文件一并发给对方").waitFor();

  await dropFiles(page, [{ name: "plan.yaml", text: text.replaceAll(name, `${name}_renamed`) }]);
  await page.getByRole("button", { name: /^选择情景/ }).click();
  await page.getByRole("link", { name: "管理、导入和分享情景…" }).click();
  const misfits = page.getByRole("region", { name: "与现在的计划不符的情景" });
  await misfits.getByText(`模型里没有假设 ${name}`).first().waitFor();
  const saved = await download(page, misfits.getByRole("button", { name: "下载" }));
  expect(saved.bytes.toString("utf8")).toContain(`input: ${name}`);
});
