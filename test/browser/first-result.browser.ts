import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, readBoard, settled } from "./board-page.ts";
import { headless, isShownAs } from "./headless.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const run = headless();

/** Notes when the first probability is in the page, milliseconds after navigation began. */
function noteFirstOdds(): void {
  const observer = new MutationObserver(() => {
    if (!/\d%/.test(document.querySelector("main table")?.textContent ?? "")) return;
    observer.disconnect();
    performance.mark("first-odds");
  });
  observer.observe(document, { childList: true, subtree: true });
}

const firstOddsMs = (page: Page) =>
  page.evaluate(() => performance.getEntriesByName("first-odds")[0]?.startTime);

test("the first visit shows all 48 targets with the odds of a headless run", async () => {
  const page = await openApp({ prepare: (fresh) => fresh.addInitScript(noteFirstOdds) });
  await settled(page);
  const milliseconds = await firstOddsMs(page);
  expect(milliseconds).toBeGreaterThan(0);
  console.info(`First odds ${Math.round(milliseconds ?? 0)} ms after navigation`);

  await page.getByRole("heading", { name: "共48项目标" }).waitFor();
  const { targets } = await run("jiaxing-2021", "--draws", "100000", "--seed", "1");
  const rows = await readBoard(page);
  expect(rows).toHaveLength(48);
  expect(rows.map(({ id }) => id)).toEqual(targets.map(({ id }) => id));
  expect(rows.filter(({ wording }) => wording === "")).toEqual([]);
  const wrong = rows.flatMap((row, index) => {
    const { probability, stretch } = targets[index]!;
    const isRight =
      isShownAs(probability, row.probability) &&
      row.bars[0] === `${row.label}：${row.probability}` &&
      (stretch === undefined) === (row.stretch === undefined) &&
      (stretch === undefined || isShownAs(stretch.probability, row.stretch ?? ""));
    return isRight ? [] : [{ row, probability, stretch }];
  });
  expect(wrong).toEqual([]);
});

test("the summary band says what the headless run says, and so do intervals on hover", async () => {
  const page = await openApp({ locale: "en-GB" });
  const band = page.getByRole("region", { name: "Overview" });
  const report = await run("jiaxing-2021");
  const bindingOdds = report.joint.find(({ set }) => set === "binding")!;
  const figure = band.getByText(/^(about \d+ times in 100|less than once in 100)$/);
  await page.getByText("Run finished: 100,000 draws.").waitFor({ state: "attached" });

  const shown = (await shownText(figure.locator(".."))).split(/\s/)[0]!;
  expect(shown).toSatisfy((text: string) => isShownAs(bindingOdds.probability, text));
  const mean = report.hitCount.reduce((sum, share, hits) => sum + hits * share, 0);
  await band.getByText(`${mean.toFixed(1)}of 48`).waitFor();
  const lowest = [...report.targets].sort((a, b) => a.probability - b.probability).slice(0, 3);
  const links = await band.getByRole("link").all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(hrefs).toEqual(lowest.map(({ id }) => expect.stringMatching(`/target/${id}$`)));

  const [low, high] = report.targets[0]!.interval95.map((share) => (share * 100).toFixed(1));
  const row = page.getByRole("row", { name: /^Gross regional product/ }).first();
  const hint = row.getByRole("tooltip").first();
  expect(await hint.isVisible()).toBe(false);
  await row.getByText(/^\d+%/).last().hover();
  await eventually(() => hint.isVisible()).toBe(true);
  expect(await shownText(hint)).toContain(`95% interval ${low}–${high}%, 100,000 draws`);
});
