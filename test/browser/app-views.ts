import type { Page } from "playwright-core";

/** A page of the app: the end of its address, and what is there once it is complete. */
export interface AppView {
  readonly path: string;
  readonly landmark: string;
}

/** Every page of the app. */
export const APP_VIEWS: readonly AppView[] = [
  { path: "", landmark: "main table" },
  { path: "/target/gdp_growth", landmark: "main canvas >> nth=1" },
  { path: "/target/no_such_target", landmark: "main .notice" },
  { path: "/assumptions", landmark: "main .assumption-row >> nth=20" },
  { path: "/assumptions/external_demand", landmark: "main .assumption-editor" },
  { path: "/compare", landmark: "main figure svg >> nth=0" },
  { path: "/scenarios", landmark: "main .scenario-card >> nth=1" },
  { path: "/together", landmark: "main .matrix, main .companions" },
  { path: "/known/gdp_growth~2021~q1~9.5~1.5", landmark: "main .known-columns canvas" },
  { path: "/seek", landmark: "main .seek-table" },
  { path: "/backtest", landmark: "main .backtest-charts canvas >> nth=1" },
  { path: "/annex", landmark: "main #annex-references" },
  { path: "/model", landmark: "main #model-facts" },
  { path: "/model/gdp_growth", landmark: "main dl.card" },
];

/** Goes to a page of the app and waits until it is complete. */
export async function goToView(
  page: Page,
  base: string,
  { path, landmark }: AppView,
  query: string,
): Promise<void> {
  await page.goto(new URL(base + path + query, page.url()).href);
  await page.getByText(/^(计算完成|Run finished)/).waitFor({ state: "attached" });
  await page.locator(landmark).waitFor();
}
