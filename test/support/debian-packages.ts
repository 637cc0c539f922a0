import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tell } from "./terminal.ts";

/**
 * Make sure that a command answers, installing Debian's packages where it does not and this runs as root.
 * @throws Error that says what to install
 */
export function ensureDebianCommand(
  command: string,
  packages: readonly string[],
  test: readonly string[] = ["-h"],
): void {
  const answers = () => {
    const { error, status } = spawnSync(command, test, { stdio: "ignore" });
    return error === undefined && (test[0] === "-h" || status === 0);
  };
  if (answers()) return;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) install(packages);
  if (answers()) return;
  throw new Error(
    `${command} is missing or incomplete. On Debian, as root: apt-get install ${packages.join(" ")}`,
  );
}

function install(packages: readonly string[]): void {
  tell(`Installing Debian's ${packages.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    execFileSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...packages);
  } catch (error) {
    tell(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
