import { existsSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { preview } from "vite";

/** The built app, served on localhost. */
export interface ServedApp {
  /** Address with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A page and what went wrong on it so far. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors of the console, uncaught exceptions, requests to other hosts, failed requests, CSP violations. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Serves dist/app on a free port of localhost.
 * @throws Error when there is no build
 */
export async function serveApp(): Promise<ServedApp> {
  if (!existsSync("dist/app/index.html")) throw new Error("No build to test: run `npm run build`.");
  const server = await preview({ logLevel: "error", preview: { port: 4300 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("The preview server has no local address.");
  return { url, close: () => server.close() };
}

/**
 * Opens `url` in a new browser context, and records problems from before the first request on.
 * `prepare` has the page before anything is requested, to intercept what the test is about.
 */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  const { origin } = new URL(url);
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A cancelled request is the app's own decision, such as a reload.
    if (reason !== "net::ERR_ABORTED") problems.push(`failed: ${request.url()} ${reason}`);
  });
  context.on("request", (request) => {
    const target = new URL(request.url());
    const isInline = target.protocol === "data:" || target.protocol === "blob:";
    if (!isInline && target.origin !== origin) problems.push(`foreign request: ${target.href}`);
  });
  await context.exposeFunction("reportViolation", (text: string) => problems.push(`CSP: ${text}`));
  await context.addInitScript(reportViolations);
  await context.addInitScript(skipTour);
  await prepare?.(page);
  await page.goto(url);
  return { page, problems, close: () => context.close() };
}

/** Tests are about the page behind the tour; the one about the tour clears the store. */
function skipTour(): void {
  try {
    if (localStorage.getItem("planodds.toured") === null) {
      localStorage.setItem("planodds.toured", "yes");
    }
  } catch {
    // Where storage is refused, the test looks at that.
  }
}

function reportViolations(): void {
  const report = (globalThis as unknown as { reportViolation: (text: string) => void })
    .reportViolation;
  document.addEventListener("securitypolicyviolation", (event) => {
    report(`${event.violatedDirective} ${event.blockedURI}`);
  });
}
