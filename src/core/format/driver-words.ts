import type { Definition } from "../model/definition.ts";
import type { Program } from "../model/program.ts";
import { quantityOfStream } from "../model/quantity-of-stream.ts";
import type { Driver } from "../results/rank-drivers.ts";
import type { Language } from "../text.ts";
import { formatPercent } from "./format-probability.ts";
import { formatQuantity } from "./format-quantity.ts";

/** No line break between a sign and its number. */
const NO_BREAK_SPACE = "\u00a0";

/** An end whose share is so near to a fifth is called one. */
const NEARLY = 0.01;

/** A driver of a target in words. */
export interface DriverWords {
  /** The input's label, with its year where the model has several. */
  readonly label: string;
  /** Which values count as low and as high: `低 ≤ −1.2，高 ≥ 3.4%`. */
  readonly ends: string;
  /** The same ends by themselves, e.g. `≤ −1.2%`. */
  readonly low: string;
  readonly high: string;
}

/** A driver with its words. */
export interface NamedDriver {
  readonly driver: Driver;
  readonly words: DriverWords;
}

/** Name the quantity behind a random stream, with its year where the model has several. */
export function streamLabel(definition: Definition, stream: string, language: Language): string {
  const { quantity, year } = quantityOfStream(definition, stream);
  return quantity.label[language] + (year === undefined ? "" : ` ${year}`);
}

/** Name a driver and its low and high values, with the share of draws where it is no fifth. */
export function driverWords(
  definition: Definition,
  program: Program,
  { input, ends }: Pick<Driver, "input" | "ends">,
  language: Language,
): DriverWords {
  const stream = program.inputs[input]?.stream ?? "";
  const { quantity } = quantityOfStream(definition, stream);
  const zh = language === "zh";
  // Bounds are values that were drawn: whole for counts.
  const isWhole = Number.isInteger(ends.low.bound) && Number.isInteger(ends.high.bound);
  const write = (bound: number): string =>
    formatQuantity(bound, quantity.unit, language, isWhole ? 0 : undefined);
  const side = (sign: string, { bound, share }: Driver["ends"]["low"]): string => {
    const value = `${sign}${NO_BREAK_SPACE}${write(bound)}`;
    if (Math.abs(share - 0.2) <= NEARLY) return value;
    const part = formatPercent(share);
    return zh ? `${value}（占${part}）` : `${value} (${part} of draws)`;
  };
  const low = side("≤", ends.low);
  const high = side("≥", ends.high);
  return {
    label: streamLabel(definition, stream, language),
    low,
    high,
    ends: zh
      ? `低${NO_BREAK_SPACE}${low}，高${NO_BREAK_SPACE}${high}`
      : `low${NO_BREAK_SPACE}${low}, high${NO_BREAK_SPACE}${high}`,
  };
}
