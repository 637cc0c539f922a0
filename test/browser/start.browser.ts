import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPage } from "./app.ts";
import { launchChromium } from "./chromium.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test("opens with content, without an error and without leaving localhost", async () => {
  const { page, problems, close } = await openPage(browser, inject("appUrl"));
  await page.locator("#app > *").first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.title()).toContain("Planodds");
  expect(problems).toEqual([]);
  await close();
});
