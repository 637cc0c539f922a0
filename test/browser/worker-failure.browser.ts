import type { Route } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, readBoard, settled } from "./board-page.ts";
import { headless, isShownAs } from "./headless.ts";
import { openFile } from "./open-file.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const run = headless();
const DRAWS = "10,000";
const ROUTE = "#/?draws=10000";
const WORKER = /simulation\.worker[^/]*\.js$/;
const NOTICE = "计算没有完成";

const script = (body: string) => (route: Route) =>
  route.fulfill({ contentType: "text/javascript", body });

/** Every worker dies at its second request, so that the run is under way by then. */
const dyingWorkers = async (route: Route) => {
  const fuse = `let asked = 0;
    addEventListener("message", () => { asked += 1; if (asked > 1) throw new Error("planned death"); });`;
  const response = await route.fetch();
  await route.fulfill({ response, body: fuse + (await response.text()) });
};

const breakages: readonly (readonly [string, (route: Route) => Promise<void>])[] = [
  ["is blocked", (route) => route.abort()],
  ["is not there", (route) => route.fulfill({ status: 404 })],
  ["throws when it starts", script(`throw new Error("planned death")`)],
  ["is no program", script("<!doctype html><title>Portal</title>")],
  ["dies at work, as all others do", dyingWorkers],
];

/** What the browser itself says of these breakages. */
const expectedProblems =
  /simulation\.worker|Failed to load resource|planned death|SyntaxError|Unexpected token/;

test.each(breakages)(
  "a worker that %s is reported, and Retry works once it is mended",
  async (_, breakWorker) => {
    const page = await openApp({
      // Pieces enough for one of up to 8 workers to be asked twice.
      route: "#/?draws=150000",
      expectedProblems,
      prepare: (fresh) => fresh.route(WORKER, breakWorker),
    });
    const alert = page.getByRole("alert").filter({ hasText: NOTICE });
    await alert.waitFor();
    await alert.getByText("技术细节").click();
    expect(await shownText(alert.locator("details p"))).not.toBe("");

    await page.unroute(WORKER);
    await alert.getByRole("button", { name: "重试" }).click();
    await settled(page, "150,000");
    expect(await alert.count()).toBe(0);
    expect(await readBoard(page)).toHaveLength(48);
    expect(await page.getByText("未使用后台线程").count()).toBe(0);
  },
);

test("without any worker the page computes by itself, to the same odds", async () => {
  let attempts = 0;
  const refuse = (route: Route) => {
    attempts += 1;
    return route.abort();
  };
  const page = await openApp({
    route: ROUTE,
    expectedProblems,
    prepare: (fresh) => fresh.route(WORKER, refuse),
  });
  const alert = page.getByRole("alert").filter({ hasText: NOTICE });
  await alert.waitFor();
  const before = attempts;
  await alert.getByRole("button", { name: "重试" }).click();
  await eventually(() => attempts).toBeGreaterThan(before);
  // Nothing has changed: the message comes again.
  await alert.waitFor();
  await alert.getByRole("button", { name: "在页面内计算" }).click();
  await settled(page, DRAWS);
  expect(await alert.count()).toBe(0);
  await page.getByText("未使用后台线程").waitFor();
  const { targets } = await run("jiaxing-2021", "--draws", "10000");
  const rows = await readBoard(page);
  expect(rows).toHaveLength(48);
  expect(
    rows.filter((row, index) => !isShownAs(targets[index]!.probability, row.probability)),
  ).toEqual([]);
});

test("a reader of models or a view that does not load is reported, and Retry works", async () => {
  const code = /(read-plan|compare-view)[^/]*\.js$/;
  const page = await openApp({
    route: ROUTE,
    expectedProblems: /read-plan|compare-view|Failed to load resource/,
    prepare: (fresh) => fresh.route(code, (route) => route.abort()),
  });
  // Shipped plans were read when the app was built.
  await settled(page, DRAWS);
  await page.getByRole("link", { name: "情景比较", exact: true }).click();
  const retry = page.getByRole("button", { name: "重试" });
  await retry.waitFor();
  await page.unroute(code);
  await retry.click();
  await page.getByRole("heading", { name: "情景比较" }).waitFor();

  await page.route(code, (route) => route.abort());
  await openFile(page, "test/fixtures/models/harbour/plan.yaml");
  const alert = page.getByRole("alert").filter({ hasText: "模型读取程序没有载入" });
  await alert.waitFor();
  await page.unroute(code);
  await alert.getByRole("button", { name: "重试" }).click();
  await settled(page, DRAWS);
});
