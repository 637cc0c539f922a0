import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { enter, eventually, readBoard, settled } from "./board-page.ts";
import { holdWorkers } from "./worker-brake.ts";

const openApp = appBrowser();

test("a long run shows its progress, stops when cancelled, goes on, and gives way to a short one", async () => {
  const page = await openApp({ route: "#/?draws=10000" });
  await settled(page, "10,000");
  const before = await readBoard(page);
  const progress = page.getByRole("progressbar");
  expect(await progress.count()).toBe(0);

  await enter(page, "其他次数", "1000万");
  const done = () => progress.evaluate((bar: HTMLProgressElement) => bar.value);
  await progress.waitFor();
  const first = await done();
  await eventually(done).toBeGreaterThan(first);
  expect(await progress.evaluate((bar: HTMLProgressElement) => bar.max)).toBeGreaterThan(1e7 - 1);
  await page.getByText(/^[\d,]+ \/ 10,\d{3},\d{3}$/).waitFor();

  await page.getByRole("button", { name: "取消" }).click();
  await progress.waitFor({ state: "detached" });
  await page.getByText("已取消").first().waitFor();
  await page.getByText("显示的是前10,240次抽样的结果，全部为10,000,000次").waitFor();
  expect(await readBoard(page)).toHaveLength(48);

  await page.getByRole("button", { name: "继续计算" }).click();
  await progress.waitFor();
  const again = await done();
  await eventually(done).toBeGreaterThan(again);
  await enter(page, "其他次数", "10000");
  await settled(page, "10,000");
  expect(await readBoard(page)).toEqual(before);
});

test("a cancelled run stays cancelled, and continuing finishes it", async () => {
  const page = await openApp({ route: "#/?draws=10000" });
  await settled(page, "10,000");
  const release = await holdWorkers(page);
  await enter(page, "其他次数", "5万");
  await page.getByRole("button", { name: "取消" }).click();
  await page.getByText("已取消").first().waitFor();
  await release();
  const worker = page.workers()[0]!;
  // The worker answers, so what it was asked before the cancelling has been answered too.
  await worker.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await page.getByRole("button", { name: "继续计算" }).count()).toBe(1);
  expect(await page.getByText("显示的是旧结果").count()).toBe(1);
  await page.getByRole("button", { name: "继续计算" }).click();
  await settled(page, "50,000");
});
