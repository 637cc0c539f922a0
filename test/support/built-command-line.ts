import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** What a process has left behind. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  /** The built program. */
  readonly file: string;
  /** Run it to its end, in English unless `env` says otherwise, by default in the project's folder. */
  run(
    args: readonly string[],
    options?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> },
  ): Promise<Ended>;
  /** Delete what was built. */
  remove(): void;
}

/** Build the command line as users get it, with real worker threads, into a folder of its own. */
export async function buildCommandLine(): Promise<CommandLine> {
  const parent = join(PROJECT, ".cache", "tests");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "cli-"));
  await build({
    root: PROJECT,
    configFile: join(PROJECT, "vite.cli.config.ts"),
    build: { outDir: folder },
  });
  const file = join(folder, "planodds.js");
  return {
    file,
    run: (args, { cwd = PROJECT, env = {} } = {}) =>
      runNode([file, ...args], cwd, { LANG: "en_US.UTF-8", ...env }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function runNode(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}
