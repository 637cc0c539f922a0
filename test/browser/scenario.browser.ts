import { expect, test } from "vitest";
import { appBrowser } from "./app-browser.ts";
import { chooseScenario, readBoard, settled } from "./board-page.ts";
import { headless, isShownAs } from "./headless.ts";

const openApp = appBrowser();
const run = headless();
const DRAWS = "10,000";
const ROUTE = "#/?draws=10000";

test("a scenario brings its own odds and their changes; Back restores the baseline", async () => {
  const page = await openApp({ route: ROUTE });
  await settled(page, DRAWS);
  const before = await readBoard(page);
  expect(before.filter(({ change }) => change !== undefined)).toEqual([]);

  await chooseScenario(page, "疫情反复");
  await page.getByRole("button", { name: "选择情景：疫情反复" }).waitFor();
  await settled(page, DRAWS);
  expect(new URL(page.url()).hash).toBe("#/jiaxing-2021/epidemic-returns?draws=10000");
  const after = await readBoard(page);
  const args = ["jiaxing-2021", "--draws", "10000", "--scenario"];
  const there = await run(...args, "baseline");
  const here = await run(...args, "epidemic-returns");
  const wrong = after.flatMap((row, index) => {
    const { probability } = here.targets[index]!;
    const points = (probability - there.targets[index]!.probability) * 100;
    const shown = Number(row.change?.replace(/^[▲▼]?\s*±?/, "").replace("−", "-"));
    // Changes have one decimal.
    const isRight = isShownAs(probability, row.probability) && Math.abs(points - shown) < 0.0501;
    return isRight ? [] : [{ row, points, probability }];
  });
  expect(wrong).toEqual([]);
  const moved = after.filter(
    ({ probability }, index) => probability !== before[index]!.probability,
  );
  // Half of the targets depend on the epidemic by equations; rounding hides some.
  expect(moved.length).toBeGreaterThan(15);

  await page.goBack();
  await page.getByRole("button", { name: "选择情景：基准情景" }).waitFor();
  expect(new URL(page.url()).hash).toBe("#/jiaxing-2021/baseline?draws=10000");
  await settled(page, DRAWS);
  expect(await readBoard(page)).toEqual(before);
  await page.goForward();
  await page.getByRole("button", { name: "选择情景：疫情反复" }).waitFor();
  await settled(page, DRAWS);
  expect(await readBoard(page)).toEqual(after);
});

test("a scenario is chosen with the keyboard alone, and its list closes with Escape", async () => {
  const page = await openApp({ route: ROUTE, locale: "en" });
  const picker = page.getByRole("button", { name: "Choose a scenario: Baseline" });
  const list = page.getByRole("listbox", { name: "Choose a scenario" });
  await picker.focus();
  await page.keyboard.press("Enter");
  const options = await list.getByRole("option").all();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  expect(await picker.evaluate((button) => button === document.activeElement)).toBe(true);

  expect(options.length).toBeGreaterThanOrEqual(6);
  await page.keyboard.press("Enter");
  await list.waitFor();
  await page.keyboard.press("ArrowDown");
  const title = await page.evaluate(
    () => document.activeElement?.querySelector("span")?.textContent ?? "",
  );
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Choose a scenario: ${title}` }).waitFor();
  expect(title).not.toBe("Baseline");
  expect(new URL(page.url()).hash).not.toContain("baseline");
});

test("an address opens its scenario, and an unknown scenario opens the baseline", async () => {
  const page = await openApp({ route: "#/jiaxing-2021/investment-push?draws=10000" });
  await page.getByRole("button", { name: "选择情景：投资攻坚" }).waitFor();
  await page.goto(page.url().replace("investment-push", "no-such-scenario"));
  await page.getByRole("button", { name: "选择情景：基准情景" }).waitFor();
});
