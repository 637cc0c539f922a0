import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { APP_VIEWS, goToView } from "./app-views.ts";
import { measureWidth } from "./page-width.ts";

const openApp = appBrowser();
const QUERY = "?draws=10000";
const ADDRESS = "#/jiaxing-2021/epidemic-returns";
const LANGUAGES = ["zh-CN", "en"] as const;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const fits = { width: 360, sticksOut: [], cutOff: [] };

test.each(LANGUAGES)(
  "no page is wider than a phone, and no text cut off, in %s",
  async (locale) => {
    const page = await openApp({ ...phone, locale, route: `${ADDRESS}${QUERY}` });
    const measured: Record<string, unknown> = {};
    for (const view of APP_VIEWS) {
      await goToView(page, ADDRESS, view, QUERY);
      measured[view.path] = await measureWidth(page);
    }
    expect(measured).toEqual(Object.fromEntries(APP_VIEWS.map(({ path }) => [path, fits])));
  },
  180_000,
);

test.each(LANGUAGES)(
  "no menu, note or list of problems is wider than a phone, in %s",
  async (locale) => {
    const page = await openApp({ ...phone, locale, route: `${ADDRESS}${QUERY}` });
    await page.getByRole("table").waitFor();
    const measured: Record<string, unknown> = {};
    const menus = page.getByRole("banner").locator("button[aria-expanded]");
    for (const menu of await menus.all()) {
      const name = (await menu.getAttribute("aria-label"))?.split(/[:：]/)[0] ?? "";
      await menu.tap();
      await page.getByRole("button", { expanded: true }).first().waitFor();
      measured[name] = await measureWidth(page);
      await page.keyboard.press("Escape");
    }
    const names = Object.keys(measured);
    expect(names).toHaveLength(3);

    await page.goto(new URL("#/no-such-plan/baseline", page.url()).href);
    const openFile = page.getByRole("main").getByText(/^(打开计划文件…|Open a plan file…)$/);
    await openFile.waitFor();
    measured["unknown plan"] = await measureWidth(page);
    const chooser = page.waitForEvent("filechooser");
    await openFile.tap();
    await (await chooser).setFiles({
      name: "a-rather-long-name-of-a-plan-file-嘉兴市国民经济和社会发展计划.yaml",
      mimeType: "application/yaml",
      buffer: readFileSync("test/fixtures/ten-mistakes.yaml"),
    });
    await page.getByRole("main").getByRole("listitem").nth(9).waitFor();
    measured["problems"] = await measureWidth(page);
    const places = [...names, "unknown plan", "problems"];
    expect(measured).toEqual(Object.fromEntries(places.map((place) => [place, fits])));
  },
);
