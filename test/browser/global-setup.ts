import type { TestProject } from "vitest/node";
import { serveApp } from "./app.ts";
import { ensureChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the served build, with a slash at its end. */
    appUrl: string;
  }
}

/** Makes sure that there is a browser, and serves the build for all browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  ensureChromium();
  const app = await serveApp();
  project.provide("appUrl", app.url);
  return app.close;
}
