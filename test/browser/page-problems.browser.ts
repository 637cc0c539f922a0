import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPage } from "./app.ts";
import { eventually } from "./board-page.ts";
import { launchChromium } from "./chromium.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const evaluate = (source: () => unknown) => (page: Page) => page.evaluate(source);

/** What all other tests rely on: that they would notice. */
test.each<readonly [string, (page: Page) => Promise<unknown>, RegExp]>([
  ["an error in the console", evaluate(() => console.error("planned")), /^console: planned$/],
  [
    "an uncaught exception",
    evaluate(() =>
      setTimeout(() => {
        throw new Error("planned");
      }),
    ),
    /^exception: planned$/,
  ],
  [
    "a request to another host",
    evaluate(() => window.open("http://127.0.0.1:9/planned")),
    /^foreign request: http:\/\/127\.0\.0\.1:9\/planned$/,
  ],
  [
    "a violation of the content policy",
    evaluate(() => fetch("http://127.0.0.1:9/").catch(() => undefined)),
    /^CSP: connect-src/,
  ],
  [
    "code made from text, which models must never become",
    evaluate(() =>
      document.head.append(Object.assign(document.createElement("script"), { text: "1" })),
    ),
    /^CSP: script-src/,
  ],
])("%s is noticed", async (_, cause, trace) => {
  const { page, problems, close } = await openPage(browser, inject("appUrl"));
  await page.getByRole("main").waitFor();
  expect(problems).toEqual([]);
  await cause(page);
  await eventually(() => problems).toContainEqual(expect.stringMatching(trace));
  await close();
});
