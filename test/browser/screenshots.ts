import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject, test } from "vitest";
import { openPage } from "./app.ts";
import { launchChromium } from "./chromium.ts";

const folder = ".screenshots";
/** Routes are what follows the app's address, separated by spaces: `ROUTES="#/ #/compare"`. */
const routes = (process.env["ROUTES"] ?? "").split(" ");
const languages = ["zh-CN", "en"];
const schemes = ["light", "dark"] as const;
const widths = [1440, 390];

const shots = routes.flatMap((route) =>
  languages.flatMap((locale) =>
    schemes.flatMap((colorScheme) =>
      widths.map((width) => ({ route, locale, colorScheme, width })),
    ),
  ),
);

let browser: Browser;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await launchChromium();
});
afterAll(() => browser.close());

test.each(shots)("$route $locale $colorScheme $width", async (shot) => {
  const { page, close } = await openPage(browser, inject("appUrl") + shot.route, {
    locale: shot.locale,
    colorScheme: shot.colorScheme,
    viewport: { width: shot.width, height: shot.width > 600 ? 900 : 844 },
  });
  await page.locator("#app > *").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(Number(process.env["SETTLE_MS"] ?? 1500));
  const name = shot.route.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "") || "start";
  const path = `${folder}/${name}-${shot.locale}-${shot.colorScheme}-${shot.width}.png`;
  await page.screenshot({ path, fullPage: true });
  await close();
});
