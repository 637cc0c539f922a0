import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const commands = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const isRoot = process.getuid?.() === 0;

/**
 * Finds a Chromium-based browser: `$CHROME_PATH`, else an installed Chrome, Chromium or Edge.
 * @throws Error when `$CHROME_PATH` names no executable file
 */
function findChromium(): string | undefined {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (!isExecutable(named)) throw new Error(`CHROME_PATH names no executable file: ${named}`);
    return named;
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...applications].find(isExecutable);
}

/**
 * Finds a browser as {@link findChromium} does, and on Debian as root installs one when none is there.
 * @throws Error that says what to install
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (isRoot && existsSync("/etc/debian_version")) installOnDebian();
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "The browser tests need Chrome, Chromium or Edge, and none was found. " +
      "Install one (on Debian: apt-get install chromium fonts-noto-cjk), " +
      "or name its executable in CHROME_PATH.",
  );
}

/** Starts a headless browser with a fresh profile. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: isRoot ? [...flags, "--no-sandbox"] : flags,
    chromiumSandbox: !isRoot,
  });
}

function installOnDebian(): void {
  console.error("No Chromium found: installing Debian's chromium and fonts-noto-cjk");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    execFileSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
  } catch (error) {
    console.error(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
