import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Presses a button, given by its name or itself, and reads the file that it saves. */
export async function download(page: Page, button: string | Locator): Promise<SavedFile> {
  const target =
    typeof button === "string" ? page.getByRole("button", { name: button, exact: true }) : button;
  const [saved] = await Promise.all([page.waitForEvent("download"), target.click()]);
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
