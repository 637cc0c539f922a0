import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, readBoard, settled } from "./board-page.ts";
import { shownRange } from "./headless.ts";

const openApp = appBrowser();
const ROUTE = "#/jiaxing-2021/baseline/seek?draws=10000";
const SEEK_MS = 120_000;

/** Leaves one target, R&D's share, to be sought. */
async function chooseResearch(page: Page): Promise<void> {
  await page.getByRole("button", { name: "清空" }).click();
  await page.locator(".seek-targets summary").click();
  await page.getByRole("checkbox", { name: "全社会研发经费占比" }).check();
}

async function seek(page: Page): Promise<void> {
  await page.getByRole("button", { name: /开始求解|重新求解/ }).click();
  await page.getByText(/^正在求解/).waitFor();
  await page.locator(".seek-answer").waitFor({ timeout: SEEK_MS });
}

test(
  "the cheapest levers are found and become a scenario with these odds",
  async () => {
    const page = await openApp({ route: ROUTE });
    await settled(page, "10,000");
    await chooseResearch(page);
    await page.getByLabel("想要的概率（%）").fill("60");
    await seek(page);
    const answer = page.locator(".seek-answer");
    expect(await answer.getAttribute("data-reached")).toBe("true");
    const odds =
      /可以达到 (\S+)，/.exec((await answer.getByRole("heading").textContent()) ?? "")?.[1] ?? "";
    const [, high] = shownRange(odds);
    expect(high).toBeGreaterThanOrEqual(0.6);
    // Innovation support is the lever of R&D: it moves, and up.
    await answer.locator("[data-lever=innovation_support]").getByText(/^\+/).waitFor();
    await page.locator(".seek-frontier figure").getByText("数据表").waitFor();

    await page.getByRole("button", { name: "存为情景" }).click();
    await page.getByRole("button", { name: /^选择情景：求解：全社会研发经费占比/ }).waitFor();
    await settled(page, "10,000");
    await eventually(async () => {
      const board = await readBoard(page);
      return board.find(({ id }) => id === "rd_intensity")?.probability;
    }).toBe(odds);
  },
  SEEK_MS,
);

test(
  "what cannot be reached is said, with how far one gets",
  async () => {
    const page = await openApp({ route: ROUTE });
    await settled(page, "10,000");
    await chooseResearch(page);
    await page.getByLabel("想要的概率（%）").fill("99.9");
    await page.getByLabel("创新支持力度 最多上移").fill("0.1");
    await seek(page);
    const answer = page.locator(".seek-answer");
    expect(await answer.getAttribute("data-reached")).toBe("false");
    await answer.getByText(/到不了 99\.9%/).waitFor();
  },
  SEEK_MS,
);

test("a search can be cancelled; without a target or a lever there is none", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  await page.getByRole("button", { name: "开始求解" }).click();
  await page.getByRole("button", { name: "取消" }).click();
  await page.getByText("已取消", { exact: true }).waitFor();
  await page.getByRole("button", { name: "清空" }).click();
  await page.getByText("请至少选一项目标").waitFor();
  expect(await page.getByRole("button", { name: "重新求解" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: /^约束性目标/ }).click();
  for (const lever of await page.getByRole("checkbox", { name: /^动用：/ }).all()) {
    await lever.uncheck();
  }
  await page.getByText("请至少选一个变量").waitFor();
  await page.getByLabel("添加其他假设或参数").selectOption({ index: 1 });
  await eventually(() => page.getByRole("button", { name: "重新求解" }).isDisabled()).toBe(false);
});
