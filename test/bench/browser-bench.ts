import { join } from "node:path";
import type { Page } from "playwright-core";
import { build, preview } from "vite";
import { openPage, serveApp } from "../browser/app.ts";
import { launchChromium } from "../browser/chromium.ts";
import type { PageBench } from "./page/page-bench.ts";

/** A Chromium with the page of the benchmark open, beside the built app. */
export interface BrowserBench {
  readonly made: string;
  readonly page: PageBench;
  /** Open the app as a first visitor does, and give the milliseconds until odds are on screen. */
  firstOddsMs(): Promise<number>;
  close(): Promise<void>;
}

/** Build the benchmark's page, serve it and the built app, and open it. */
export async function openBrowserBench(project: string): Promise<BrowserBench> {
  const outDir = join(project, "dist", "bench-page");
  const options = { configFile: false, root: join(project, "test", "bench", "page") } as const;
  await build({
    ...options,
    base: "./",
    logLevel: "error",
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2023" },
  });
  const server = await preview({ ...options, logLevel: "error", build: { outDir } });
  const app = await serveApp();
  const browser = await launchChromium();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("The preview server has no local address.");
  const { page, problems } = await openPage(browser, url);
  await page.waitForFunction(() => "bench" in globalThis);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return {
    made: `Chromium ${browser.version()}`,
    page: remoteBench(page),
    firstOddsMs: async () => {
      const context = await browser.newContext({ locale: "zh-CN" });
      const visit = await context.newPage();
      await visit.addInitScript(noteFirstOdds);
      await visit.goto(app.url);
      await visit.waitForFunction(() => performance.getEntriesByName("first-odds").length > 0);
      const ms = await visit.evaluate(
        () => performance.getEntriesByName("first-odds")[0]?.startTime,
      );
      await context.close();
      return ms ?? Number.NaN;
    },
    close: async () => {
      await browser.close();
      await Promise.all([server.close(), app.close()]);
    },
  };
}

function remoteBench(page: Page): PageBench {
  return {
    run: (...args) =>
      page.evaluate(
        (given) => (globalThis as unknown as { bench: PageBench }).bench.run(...given),
        args,
      ),
    slide: (...args) =>
      page.evaluate(
        (given) => (globalThis as unknown as { bench: PageBench }).bench.slide(...given),
        args,
      ),
  };
}

/** Note when the first probability is in the page, milliseconds after navigation began. */
function noteFirstOdds(): void {
  const observer = new MutationObserver(() => {
    const odds = document.querySelector("main table .probability");
    if (!/\d%/.test(odds?.textContent ?? "")) return;
    observer.disconnect();
    performance.mark("first-odds");
  });
  observer.observe(document, { childList: true, subtree: true });
}
