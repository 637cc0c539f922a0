import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { APP_VIEWS, goToView } from "./app-views.ts";

const openApp = appBrowser();
const QUERY = "?draws=10000";
const ADDRESS = "#/jiaxing-2021/epidemic-returns";
// WCAG 2.0 to 2.2, levels A and AA.
const RULES: string[] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const looks = (["zh-CN", "en"] as const).flatMap((locale) =>
  (["light", "dark"] as const).map((colorScheme) => ({ locale, colorScheme })),
);

interface AxeWindow {
  readonly axe: typeof axe;
}

/** What breaks WCAG on the page, with the first elements that do. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const found = await (window as unknown as AxeWindow).axe.run(document, { runOnly });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`)
          .join(" | ")}`,
    );
  }, RULES);
}

// On a phone each page is looked at in one of the looks, and each look has its share of the pages.
test.each(looks.map((look, index) => ({ ...look, index })))(
  "axe finds nothing on any page, $locale, $colorScheme",
  async ({ index, ...look }) => {
    const page = await openApp({ ...look, route: `${ADDRESS}${QUERY}` });
    const found: Record<string, readonly string[]> = {};
    for (const [place, view] of APP_VIEWS.entries()) {
      const sizes = place % looks.length === index ? [DESK, PHONE] : [DESK];
      await page.setViewportSize(DESK);
      await goToView(page, ADDRESS, view, QUERY);
      for (const size of sizes) {
        await page.setViewportSize(size);
        // What the header covers by chance is not the page's fault.
        await page.evaluate(() => scrollTo(0, 0));
        found[`${view.path} ${size.width}`] = await violations(page);
      }
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  },
  300_000,
);
