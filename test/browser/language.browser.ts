import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { APP_VIEWS, goToView } from "./app-views.ts";
import { eventually, readBoard, settled } from "./board-page.ts";

const openApp = appBrowser();
const QUERY = "?draws=10000";
const ADDRESS = "#/jiaxing-2021/epidemic-returns";

/** Texts to read and names to hear of the page's main regions, each once. */
function textsOnPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const region of document.querySelectorAll("header, main, footer")) {
      const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        texts.push(node.textContent?.trim() ?? "");
      }
      for (const element of region.querySelectorAll("[aria-label], [title], [placeholder]")) {
        for (const name of ["aria-label", "title", "placeholder"]) {
          texts.push(element.getAttribute(name) ?? "");
        }
      }
    }
    return [...new Set([document.title, ...texts])].filter((text) => text !== "");
  });
}

/** What stays Chinese on an English page: the way to Chinese, the name, numbers of documents. */
const CHINESE_IN_ENGLISH = /^(中文|(中文 )?切换到中文|计划胜算|.*〔\d{4}〕.*号.*)$/;
const isChinese = (text: string) => /\p{Script=Han}/u.test(text.replaceAll("计划胜算", ""));

/** Words of Latin letters that a Chinese page may have: names, abbreviations, the model's symbols. */
const hasEnglishWords = (text: string) => /(?<![\w.])[a-z]+ [a-z]+ [a-z]+/i.test(text);
const ENGLISH_IN_CHINESE = /^(EN )?Switch to English$/;

test("every page speaks the language that is chosen, all of it", async () => {
  const page = await openApp({ route: `${ADDRESS}${QUERY}` });
  const html = page.locator("html");
  for (const view of APP_VIEWS) {
    await goToView(page, ADDRESS, view, QUERY);
    const chinese = await textsOnPage(page);
    expect(await html.getAttribute("lang")).toBe("zh-CN");
    const foreign = chinese.filter(
      (text) => hasEnglishWords(text) && !ENGLISH_IN_CHINESE.test(text),
    );
    await page.getByRole("button", { name: "Switch to English" }).click();
    await page.getByRole("button", { name: "切换到中文" }).waitFor();
    expect(await html.getAttribute("lang")).toBe("en");
    const english = await textsOnPage(page);
    const left = english.filter((text) => !CHINESE_IN_ENGLISH.test(text) && isChinese(text));
    expect({ ...view, foreign, left }).toEqual({ ...view, foreign: [], left: [] });
    // Header and footer alone say so much; an empty page would say nothing wrong either.
    expect(chinese.filter(isChinese).length).toBeGreaterThan(15);
    expect(english.length).toBeGreaterThan(15);
    await page.getByRole("button", { name: "切换到中文" }).click();
    await page.getByRole("button", { name: "Switch to English" }).waitFor();
  }
});

test("the numbers stay when the language changes", async () => {
  const page = await openApp({ route: `${ADDRESS}${QUERY}` });
  await settled(page, "10,000");
  const numbers = async () =>
    (await readBoard(page)).map(({ probability, change }) => [probability, change]);
  const chinese = await numbers();
  expect(chinese).toHaveLength(48);
  await page.getByRole("button", { name: "Switch to English" }).click();
  await page.getByRole("heading", { name: "48 targets" }).waitFor();
  expect(await numbers()).toEqual(chinese);
});

test.each([
  ["en-GB", "en"],
  ["zh-TW", "zh-CN"],
  ["zh-CN", "zh-CN"],
  // Neither: Chinese is the first language of the app.
  ["fr-FR", "zh-CN"],
])("a browser in %s starts in %s, and a choice outlives a reload", async (locale, lang) => {
  const page = await openApp({ route: QUERY, locale });
  const html = page.locator("html");
  await eventually(() => html.getAttribute("lang")).toBe(lang);
  const other = lang === "en" ? "切换到中文" : "Switch to English";
  await page.getByRole("button", { name: other }).click();
  const chosen = lang === "en" ? "zh-CN" : "en";
  await eventually(() => html.getAttribute("lang")).toBe(chosen);
  await page.reload();
  await page
    .getByRole("button", { name: chosen === "en" ? "切换到中文" : "Switch to English" })
    .waitFor();
  expect(await html.getAttribute("lang")).toBe(chosen);
});
