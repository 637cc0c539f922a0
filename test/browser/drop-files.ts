import type { Page } from "playwright-core";
import { shownText } from "./shown-text.ts";

/** A file to drop. */
export interface DroppedFile {
  readonly name: string;
  readonly text: string;
}

/** Drops files on the page; gives what the page says while they are above it. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<string> {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  const invitation = await shownText(page.getByText("松开鼠标"));
  await page.dispatchEvent("main", "drop", { dataTransfer });
  return invitation;
}
