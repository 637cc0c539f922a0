import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this program: the nearest with a package.json at or above `from`. Throws if none is. */
export function projectFolder(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json at or above ${from}.`);
  }
}

/** The version in the project's package.json. */
export function projectVersion(folder: string): string {
  const contents: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof contents === "object" && contents !== null && "version" in contents) {
    return String(contents.version);
  }
  throw new Error(`No version in ${join(folder, "package.json")}.`);
}
