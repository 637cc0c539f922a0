import { documentedExample } from "./documented-example.ts";

/**
 * The plan of models/README.md with Gaussian copulas, in which investment goes with external demand and with floods by
 * 0.9 each, while these two have no correlation: impossible, and to be repaired.
 */
export function repairedExample(): string {
  const text = documentedExample("planodds");
  const from = text.indexOf("correlations:");
  const to = text.indexOf("targets:");
  if (from < 0 || to < from)
    throw new Error("models/README.md has no correlations before targets.");
  const pair = (names: string): string =>
    `  - { between: [${names}], rank: 0.9, source: { cite: yearbook } }\n`;
  const pairs = pair("external_demand, investment") + pair("flood, investment");
  return `${text.slice(0, from)}correlations:\n${pairs}correlation_repair: nearest\n${text.slice(to)}`;
}

/**
 * The rank correlations of the repaired plan. By symmetry the nearest matrix of scores is (x, b; x) with b = 2x² − 1,
 * which is singular; the distance 2(a − x)² + (2x² − 1)² is least where 4x³ − x = a = 2 sin(π · 0.9/6).
 */
export function repairedRanks(): { readonly kept: number; readonly unset: number } {
  const a = 2 * Math.sin((Math.PI * 0.9) / 6);
  let x = 0.75;
  for (let step = 0; step < 50; step++) x -= (4 * x ** 3 - x - a) / (12 * x * x - 1);
  const rank = (r: number): number => (6 / Math.PI) * Math.asin(r / 2);
  return { kept: rank(x), unset: rank(2 * x * x - 1) };
}
