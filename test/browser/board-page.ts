import type { Page } from "playwright-core";
import { expect } from "vitest";

/** A row of the scoreboard as it can be seen. */
export interface ShownRow {
  readonly id: string;
  readonly label: string;
  readonly wording: string;
  readonly probability: string;
  /** Of the second tier, where the target has one. */
  readonly stretch: string | undefined;
  /** What the bars say to those who do not see them, both tiers. */
  readonly bars: readonly string[];
  /** In percentage points, with its sign; there is none in the baseline. */
  readonly change: string | undefined;
}

/** Waits for a condition of the page; long enough for a busy machine, at once when it holds. */
export function eventually<T>(read: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 20_000, interval: 40 });
}

/** What the header's button for draws and seed is called, in Chinese. */
export const settingsName = (draws: string, seed: string) => `抽样设置：${draws}次 · 种子${seed}`;

/** Waits until a run with these settings has finished and is what the screen shows. */
export async function settled(page: Page, draws = "100,000", seed = "1"): Promise<void> {
  await page.getByRole("button", { name: settingsName(draws, seed) }).waitFor();
  const finished = `计算完成，共${draws}次抽样。`;
  await eventually(() => page.evaluate(stateOfResult)).toEqual({ finished, isCurrent: true });
}

/** What screen readers are told of the run, and whether the screen shows what is asked for. */
function stateOfResult(): { readonly finished: string; readonly isCurrent: boolean } {
  const header = document.querySelector("header");
  const isOld = /旧结果|显示的是前/.test(header?.textContent ?? "");
  const isLoading = document.querySelector("main [aria-busy=true]") !== null;
  return {
    finished: header?.querySelector("[aria-live]")?.textContent ?? "",
    isCurrent: !isOld && !isLoading,
  };
}

/** All rows of the scoreboard in their order. */
export function readBoard(page: Page): Promise<ShownRow[]> {
  return page
    .getByRole("table")
    .first()
    .evaluate((table: HTMLTableElement) => {
      const visible = (element: Element | null | undefined) =>
        // Spaces that no line breaks at are spaces of the text.
        element instanceof HTMLElement
          ? // biome-ignore lint/performance/useDomNodeTextContent: hidden texts must not count
            element.innerText.trim().replaceAll(/[\u00a0\u202f]/g, " ")
          : "";
      return [...table.querySelectorAll("tr")].flatMap((row) => {
        const link = row.querySelector<HTMLAnchorElement>("th[scope=row] a");
        if (link === null) return [];
        const [, wording, , probability, , change] = row.cells;
        const [first, second] = probability?.querySelectorAll(".probability") ?? [];
        return {
          id: decodeURIComponent(/\/target\/([^?/]+)/.exec(link.hash)?.[1] ?? ""),
          label: visible(link),
          wording: visible(wording),
          probability: visible(first),
          stretch: second === undefined ? undefined : visible(second),
          bars: [...(probability?.querySelectorAll("svg") ?? [])].map(
            (bar) => bar.getAttribute("aria-label") ?? "",
          ),
          change: change === undefined ? undefined : visible(change),
        };
      });
    }) as Promise<ShownRow[]>;
}

/** Enters a number into a field of the menu of draws and seed, and closes the menu. */
export async function enter(page: Page, field: string, text: string): Promise<void> {
  const menu = page.getByRole("button", { name: /^抽样设置/ });
  if ((await menu.getAttribute("aria-expanded")) !== "true") await menu.click();
  await page.getByRole("textbox", { name: field }).fill(text);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

/** Chooses a scenario by its title in the header's list. */
export async function chooseScenario(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: /^选择情景/ }).click();
  await page.getByRole("option", { name: title }).click();
}
