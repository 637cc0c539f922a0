import { readFileSync } from "node:fs";

const readme = readFileSync(new URL("../../models/README.md", import.meta.url), "utf8");

/** The complete example of models/README.md that starts with this key: `planodds`, `planodds_scenario` or `planodds_checks`. */
export function documentedExample(key: string): string {
  const found = new RegExp(`^\`\`\`yaml\n(${key}: 1.*?)^\`\`\``, "ms").exec(readme)?.[1];
  if (found === undefined) throw new Error(`models/README.md has no example of ${key}.`);
  return found;
}
