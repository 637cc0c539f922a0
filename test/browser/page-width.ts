import type { Page } from "playwright-core";

/** How a page fits its window. */
export interface PageWidth {
  /** Of the document, pixels. */
  readonly width: number;
  /** What sticks out to the right, less what scrolls by itself or cannot be seen. */
  readonly sticksOut: readonly string[];
  /** Texts that do not fit where they stand, less those that are meant to end in dots. */
  readonly cutOff: readonly string[];
}

/** What is shortened by intent: formulas in lists and names along the edges of a map. */
const SHORTENED = ".entry-formula, .matrix, .chart, .graph, .visually-hidden, .skip";

/** Measures how a page fits its window. */
export function measureWidth(page: Page): Promise<PageWidth> {
  return page.evaluate((shortened) => {
    const root = document.documentElement;
    const nameOf = (element: Element): string => `${element.tagName} ${element.className}`;
    const clips = (element: Element | null): boolean => {
      if (element === null || element === document.body) return false;
      return getComputedStyle(element).overflowX !== "visible" || clips(element.parentElement);
    };
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    const elements = [...document.body.querySelectorAll("*")].filter(isSeen);
    const sticksOut = elements.filter(
      (element) =>
        element.getBoundingClientRect().right > root.clientWidth + 1 &&
        !clips(element.parentElement),
    );
    const cutOff = elements.filter((element) => {
      const isStack =
        element.matches(".scroll-region") && element.querySelector(".stacks-on-phone") !== null;
      const hides = ["hidden", "clip"].includes(getComputedStyle(element).overflowX) || isStack;
      return (
        hides &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.closest(shortened) === null
      );
    });
    return {
      width: root.scrollWidth,
      sticksOut: sticksOut.map(nameOf),
      cutOff: cutOff.map(nameOf),
    };
  }, SHORTENED);
}
