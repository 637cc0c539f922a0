import type { Page, Route } from "playwright-core";
import { eventually } from "./board-page.ts";

const HOLD = "/hold-workers";

/**
 * Stops all simulation workers of a page where they are, as a very long computation would: each
 * waits for an answer that comes when the returned function is called.
 */
export async function holdWorkers(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route(`**${HOLD}`, (route) => {
    held.push(route);
  });
  const workers = page.workers();
  const waiting = workers.map((worker) =>
    worker.evaluate((address) => {
      const request = new XMLHttpRequest();
      request.open("GET", address, false);
      request.send();
    }, HOLD),
  );
  await eventually(() => held.length).toBe(workers.length);
  return async () => {
    await Promise.all(held.map((route) => route.fulfill({ status: 204 })));
    await Promise.all(waiting);
    await page.unroute(`**${HOLD}`);
  };
}
