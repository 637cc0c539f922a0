import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { eventually, settled } from "./board-page.ts";

const openApp = appBrowser();
const ROUTE = "#/jiaxing-2021/baseline?draws=10000";

test("single keys open help, go to pages and to the search, until they are switched off", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "快捷键" });
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.press("2");
  await page.getByRole("heading", { name: /项假设$/ }).waitFor();
  expect(new URL(page.url()).hash).toBe("#/jiaxing-2021/baseline/assumptions?draws=10000");
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "查找假设" });
  await eventually(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("1?");
  expect(await search.inputValue()).toBe("1?");

  await page.getByRole("button", { name: "帮助与快捷键" }).click();
  await dialog.getByRole("checkbox").uncheck();
  await dialog.getByRole("button", { name: "关闭" }).click();
  await page.keyboard.press("1");
  await page.keyboard.press("?");
  expect(await dialog.count()).toBe(0);
  expect(new URL(page.url()).hash).toContain("/assumptions");
});

test("a first visit is shown around in five steps, which can be skipped for good", async () => {
  const page = await openApp({
    route: ROUTE,
    locale: "en",
    prepare: (opened) =>
      opened.addInitScript(() => {
        if (sessionStorage.getItem("been here") !== null) return;
        sessionStorage.setItem("been here", "yes");
        localStorage.removeItem("planodds.toured");
      }),
  });
  const tour = page.getByRole("region", { name: "Tour" });
  for (const step of [1, 2, 3, 4]) {
    await tour.getByText(`${step}/5`).waitFor();
    await tour.getByRole("button", { name: "Next" }).click();
  }
  await tour.getByRole("button", { name: "Done" }).click();
  await tour.waitFor({ state: "detached" });
  await page.reload();
  await page.getByText(/^Run finished/).waitFor({ state: "attached" });
  expect(await tour.count()).toBe(0);

  await page.getByRole("button", { name: "Help and shortcuts" }).click();
  await page.getByRole("button", { name: "Show the tour again" }).click();
  await tour.getByRole("button", { name: "Skip" }).click();
  await tour.waitFor({ state: "detached" });
});
