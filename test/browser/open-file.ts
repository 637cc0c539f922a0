import type { Page } from "playwright-core";

/** Chooses a file through the menu of plans. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.getByRole("button", { name: /^选择计划/ }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByText("打开计划文件…").click(),
  ]);
  await chooser.setFiles(path);
}
