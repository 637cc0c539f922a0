import type { Locator } from "playwright-core";

/** The text that can be seen of an element: without tooltips that wait, and with its line breaks. */
export function shownText(element: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden texts must not count
  return element.innerText();
}
