import { pow } from "../sampling/math.ts";

/**
 * How a target is approached year by year: amounts that add up, growth rates in percent that compound,
 * a level that grows by a rate in percent, or a share or index that moves by steps.
 */
export type PaceKind = "sum" | "rate" | "growth" | "step";

/**
 * What each of the remaining years must bring, all the same, for the line to be met exactly.
 *
 * - `sum`, `step`: (line − progress) / yearsLeft;
 * - `rate`: 100 · (((1 + line/100) / (1 + progress/100))^(1/yearsLeft) − 1);
 * - `growth`: 100 · ((line / progress)^(1/yearsLeft) − 1).
 *
 * It falls where progress rises. NaN where no growth leads from progress to the line. `yearsLeft` ≥ 1.
 */
export function requiredPace(
  kind: PaceKind,
  line: number,
  progress: number,
  yearsLeft: number,
): number {
  switch (kind) {
    case "sum":
    case "step":
      return (line - progress) / yearsLeft;
    case "rate":
      return requiredGrowth(1 + progress / 100, 1 + line / 100, yearsLeft);
    case "growth":
      return requiredGrowth(progress, line, yearsLeft);
    default:
      return kind satisfies never;
  }
}

function requiredGrowth(from: number, to: number, years: number): number {
  if (!(from > 0 && to > 0)) return Number.NaN;
  return 100 * (pow(to / from, 1 / years) - 1);
}
