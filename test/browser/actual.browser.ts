import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();

test("the plan of 2017 is found in the menu and shows what happened, until that is switched off", async () => {
  const page = await openApp();
  await settled(page);
  expect(await page.getByRole("checkbox", { name: "显示实际结果" }).count()).toBe(0);
  await page.getByRole("button", { name: /^选择计划/ }).click();
  await page.getByRole("link", { name: "嘉兴市2017年国民经济和社会发展计划" }).click();
  const note = page.locator(".actual-note");
  await note.waitFor();
  await settled(page);
  // The execution report of 2018 says of all ten targets that they were met.
  expect(await shownText(note)).toMatch(/10项已有实际结果，达标10项/);
  const environment = page.locator(".board-row", { hasText: "生态保护和环境整治投资" });
  expect(await shownText(environment)).toMatch(/实际61\.8%\s+达标\s+第9[89]百分位/);

  await environment.getByRole("link").click();
  const detail = page.locator(".detail");
  await detail.getByText("实际结果（事后公布，未用于计算）").waitFor();
  await detail.getByRole("img", { name: /直方图/ }).waitFor();

  await page.getByRole("checkbox", { name: "显示实际结果" }).uncheck();
  await eventually(() => page.locator(".actual").count()).toBe(0);
  await page.reload();
  await note.waitFor();
  expect(await page.getByRole("checkbox", { name: "显示实际结果" }).isChecked()).toBe(false);
});
