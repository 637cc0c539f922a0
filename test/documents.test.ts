import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const scripts: Readonly<Record<string, string>> = JSON.parse(read("package.json")).scripts;

const documents = ["README.md", "ARCHITECTURE.md", "models/README.md"];

describe.each(documents)("%s", (document) => {
  const text = read(document);

  it("links only to files that exist", () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    const local = targets.filter((target) => !/^https?:/.test(target));
    expect(local.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual(
      [],
    );
  });

  it("names only commands that package.json has", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(
      (match) => match[1] ?? "",
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

it("ARCHITECTURE.md has at most 200 lines and maps only folders that exist", () => {
  const text = read("ARCHITECTURE.md");
  expect(text.split("\n").length).toBeLessThanOrEqual(200);
  const map = text.slice(text.indexOf("## Code map"), text.indexOf("## Invariants"));
  const folders = [...map.matchAll(/`((?:src|models|scenarios|workers|test)[\w/.-]*)`/g)];
  expect(folders.length).toBeGreaterThan(15);
  expect(
    folders.map((match) => match[1] ?? "").filter((path) => !existsSync(join(root, path))),
  ).toEqual([]);
});

it("ARCHITECTURE.md gives a reason for every dependency", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const text = read("ARCHITECTURE.md");
  const table = text.slice(text.indexOf("## Dependencies"));
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  expect(packages.filter((name) => !name.startsWith("@types/") && !table.includes(name))).toEqual(
    [],
  );
});
