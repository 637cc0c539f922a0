import { expect, test } from "vitest";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { appBrowser } from "./app-browser.ts";

const openApp = appBrowser();
const definition = readPlanFolder("models/jiaxing-2017/plan.yaml");
const ROUTE = "#/jiaxing-2017/baseline/annex?draws=2048";
const assumptions =
  definition.inputs.length + definition.parameters.length + definition.correlations.length;

test("the annex lists every assumption with its evidence, and is reached from the model", async () => {
  const page = await openApp({ route: "#/jiaxing-2017/baseline/model?draws=2048" });
  await page.getByRole("link", { name: "假设与依据附表" }).click();
  await page.getByRole("heading", { name: /^附表/ }).waitFor();
  expect(await page.locator(".annex-table tbody tr").count()).toBe(assumptions);
  expect(await page.locator(".annex-table .evidence-tag").count()).toBe(assumptions);
  const estimated = definition.inputs.find(({ estimate }) => estimate !== undefined);
  const row = page.getByRole("row", { name: estimated?.label.zh ?? "" }).first();
  expect(await row.textContent()).toMatch(/估计[\s\S]*年数据（20\d\d/);
});

test("on paper only the annex stands, in ink on white, whatever the theme", async () => {
  const page = await openApp({
    route: ROUTE,
    locale: "en",
    colorScheme: "dark",
    // A4 at 96 pixels an inch.
    viewport: { width: 794, height: 1123 },
  });
  await page.getByRole("heading", { name: /^Annex: / }).waitFor();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.getByRole("banner").isVisible()).toBe(false);
  expect(await page.getByRole("contentinfo").isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Print or save as PDF" }).isVisible()).toBe(false);
  const look = await page.evaluate(() => {
    const cell = document.querySelector(".annex-table th[scope=row]");
    return {
      ink: cell && getComputedStyle(cell).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
      overflows: document.documentElement.scrollWidth > innerWidth,
    };
  });
  expect(look).toEqual({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)", overflows: false });
});
