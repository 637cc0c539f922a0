import { readFileSync } from "node:fs";

const readme = readFileSync("models/README.md", "utf8");

/** The complete example of models/README.md that starts with this key: `planodds`, `planodds_scenario`, `planodds_checks` or `planodds_backtest`. */
export function documentedExample(key: string): string {
  const found = new RegExp(`^\`\`\`yaml\n(${key}: 1.*?)^\`\`\``, "ms").exec(readme)?.[1];
  if (found === undefined) throw new Error(`models/README.md has no example of ${key}.`);
  return found;
}

/** The table of past figures that models/README.md shows. */
export function documentedTable(): string {
  const found = /^```csv\n(.*?)^```/ms.exec(readme)?.[1];
  if (found === undefined) throw new Error("models/README.md has no table.");
  return found;
}

/** The documented plan without the values that the table holds too. */
export function documentedPlanForTable(): string {
  return documentedExample("planodds").replace(/ {4}history: # .*(?:\n {6}.*)+\n/, "");
}
