import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { APP_VIEWS, goToView } from "./app-views.ts";
import { measureWidth } from "./page-width.ts";

const openApp = appBrowser();
const QUERY = "?draws=10000";
const ADDRESS = "#/jiaxing-2021/epidemic-returns";
/** A4 less margins of 14 mm, in CSS pixels: (210 − 28) / 25.4 · 96. */
const PAPER = { width: 688, height: 1016 };
/** Tables and maps that no sheet can hold are not meant for paper. */
const TOO_WIDE = "/backtest";

test("no page is wider than a sheet of paper, and no name stands letter below letter", async () => {
  const page = await openApp({ viewport: PAPER, route: `${ADDRESS}${QUERY}` });
  await page.emulateMedia({ media: "print" });
  const measured: Record<string, unknown> = {};
  const views = APP_VIEWS.filter(({ path }) => path !== TOO_WIDE);
  for (const view of views) {
    await goToView(page, ADDRESS, view, QUERY);
    const { width, sticksOut } = await measureWidth(page);
    const squeezed = await page.evaluate(() =>
      [...document.querySelectorAll("main span, main td, main th")]
        .filter((element) => {
          const { width: wide, height } = element.getBoundingClientRect();
          return wide > 1 && height > 6 * wide && (element.textContent?.length ?? 0) > 2;
        })
        .map(({ className, textContent }) => `${className} ${textContent}`),
    );
    measured[view.path] = { width, sticksOut, squeezed };
  }
  const fits = { width: PAPER.width, sticksOut: [], squeezed: [] };
  expect(measured).toEqual(Object.fromEntries(views.map(({ path }) => [path, fits])));
}, 180_000);
