import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { type OpenedPage, openPage } from "./app.ts";
import { launchChromium } from "./chromium.ts";

export interface OpenOptions extends BrowserContextOptions {
  /** What follows the app's address; default: nothing, as a user comes first. */
  readonly route?: string;
  /** Has the page before anything is requested. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Problems that the test causes on purpose. All others fail it. */
  readonly expectedProblems?: RegExp;
}

/** Opens the app in a context of its own, in Chinese and 1440 px wide unless the options say otherwise. */
export type OpenApp = (options?: OpenOptions) => Promise<Page>;

/** How long an action waits for what it acts on; long enough for a busy machine. */
const PATIENCE_MS = 20_000;

/**
 * Starts one browser for the tests of a file. What a test opens is closed after it, and the test
 * fails when its page had an error, a violation of the content policy or a request to another host.
 * A failed test leaves a picture of its pages in .screenshots/.
 */
export function appBrowser(): OpenApp {
  let browser: Browser;
  const opened: { readonly page: OpenedPage; readonly expected: RegExp | undefined }[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async ({ task }) => {
    const all = opened.splice(0);
    for (const [index, { page }] of all.entries()) {
      if (task.result?.state === "fail") await takePicture(page.page, `${task.name}-${index}`);
      await page.close();
    }
    const problems = all.flatMap(({ page, expected }) =>
      page.problems.filter((problem) => expected?.test(problem) !== true),
    );
    expect(problems).toEqual([]);
  });

  return async ({ route = "", prepare, expectedProblems, ...options } = {}) => {
    const context = { locale: "zh-CN", viewport: { width: 1440, height: 900 }, ...options };
    const page = await openPage(browser, inject("appUrl") + route, context, prepare);
    page.page.setDefaultTimeout(PATIENCE_MS);
    opened.push({ page, expected: expectedProblems });
    // The page counts as loaded before the app's own code is there.
    await page.page.locator("#app > *").first().waitFor({ state: "attached" });
    return page.page;
  };
}

async function takePicture(page: Page, name: string): Promise<void> {
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  await page.screenshot({ path: `.screenshots/failed-${file}.png` });
}
