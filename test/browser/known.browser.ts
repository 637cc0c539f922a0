import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createKernel } from "../../src/core/kernel/create-kernel.ts";
import { compile } from "../../src/core/model/compile.ts";
import { pointSet } from "../../src/core/sampling/sampling-method.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";
import { shownRange } from "./headless.ts";

const openApp = appBrowser();
const DRAWS = 10_000;
const ROUTE = `#/jiaxing-2021/baseline/known?draws=${DRAWS}`;
/** Made up: no figure of the year is known to these tests. */
const VALUE = 9;
const ERROR = 0.8;

/** The targets' odds after and the effective draws, by brute force over all draws at once. */
function weighed(): { readonly odds: ReadonlyMap<string, number>; readonly effective: number } {
  const program = compile(readPlanFolder("models/jiaxing-2021/plan.yaml"), ["gdp_growth@2021"]);
  const read = program.columns.find(({ name }) => name === "gdp_growth@2021")!;
  const kernel = createKernel(program, 1, undefined, pointSet("sobol", DRAWS));
  const registers = [read.register, ...program.targets.map(({ hit }) => hit)];
  const [values, ...hits] = kernel.columns(0, DRAWS, registers);
  const weights = values!.map((x) => Math.exp(-0.5 * ((x - VALUE) / ERROR) ** 2));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const odds = program.targets.map(({ id }, index): [string, number] => [
    id,
    weights.reduce((sum, w, draw) => sum + (hits[index]![draw] === 1 ? w : 0), 0) / total,
  ]);
  const squares = weights.reduce((sum, w) => sum + w * w, 0);
  return { odds: new Map(odds), effective: total ** 2 / squares };
}

async function enterGrowth(page: Page, sd?: string): Promise<void> {
  const form = page.getByRole("form", { name: "添加一个数" });
  await form.getByLabel("指标或假设").selectOption({ label: "地区生产总值" });
  await form.getByLabel(/^数值/).fill(String(VALUE));
  if (sd !== undefined) await form.getByLabel(/^误差/).fill(sd);
  await form.getByRole("button", { name: "添加" }).click();
}

const rows = (page: Page) => page.locator("tr[data-target]");

test("odds follow a figure, as brute force has them, and stay when the page is loaded again", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  await page.getByRole("heading", { name: "还没有填任何数" }).waitFor();
  await enterGrowth(page, String(ERROR));
  await eventually(() => rows(page).count()).toBe(48);
  const expected = weighed();
  await eventually(async () =>
    Number(await page.locator("[data-effective]").getAttribute("data-effective")),
  ).toBeCloseTo(expected.effective, 6);
  const shown = await rows(page).evaluateAll((all) =>
    all.map((row) => [
      (row as HTMLElement).dataset["target"] ?? "",
      (
        row.querySelectorAll("td")[1]?.querySelector(".estimate")?.firstChild?.textContent ?? ""
      ).trim(),
    ]),
  );
  const wrong = shown.filter(([id = "", text = ""]) => {
    const [low, high] = shownRange(text);
    const truth = expected.odds.get(id)!;
    return truth < low - 1e-9 || truth > high + 1e-9;
  });
  expect(wrong).toEqual([]);
  await page
    .locator(".known-columns figure")
    .getByText(/已知：地区生产总值/)
    .waitFor();

  const address = page.url();
  expect(address).toContain("known/gdp_growth~2021~year~9~0.8");
  // Kept for the plan, not only in the address.
  await page.goto(`${address.split("#")[0]}${ROUTE}`);
  await page.reload();
  await eventually(() => rows(page).count()).toBe(48);

  await page.getByRole("button", { name: /^移除：地区生产总值/ }).click();
  await page.getByRole("heading", { name: "还没有填任何数" }).waitFor();
  await page.goBack();
  await eventually(() => rows(page).count()).toBe(48);
});

test("an error of 0 is refused with the reason, and the suggestion is taken instead", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  await enterGrowth(page, "0");
  const alert = page.getByRole("alert");
  await alert.getByText(/误差必须大于 0/).waitFor();
  await page.getByRole("button", { name: /改为建议值/ }).click();
  // A whole number is taken as rounded to one: half of its last digit.
  expect(await page.getByLabel(/^误差/).first().inputValue()).toBe("0.5");
  await page.getByLabel("口径").selectOption({ label: "一季度" });
  // More than √3 of the spread of growth, which is more than half a point.
  await eventually(async () =>
    Number(await page.getByLabel(/^误差/).first().inputValue()),
  ).toBeGreaterThan(1);
  await page.getByRole("button", { name: "添加" }).click();
  await page.getByLabel(/^地区生产总值 · 2021年一季度 数值/).waitFor();
});

test("too few effective draws are told, with a number of draws that helps", async () => {
  const page = await openApp({
    route: `#/jiaxing-2021/baseline/known/gdp_growth~2021~year~9~0.02?draws=${DRAWS}`,
  });
  const alert = page.getByRole("alert").filter({ hasText: "有效抽样只有" });
  await alert.waitFor();
  await alert.getByRole("button", { name: /改为 .* 次抽样/ }).click();
  await alert.waitFor({ state: "detached", timeout: 60_000 });
  await eventually(async () =>
    Number(await page.locator("[data-effective]").getAttribute("data-effective")),
  ).toBeGreaterThan(400);
  // Far from everything that the model holds for possible.
  await page.getByLabel(/^地区生产总值 · 2021年 数值/).fill("60");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "离所有抽样都很远" }).waitFor();
});
