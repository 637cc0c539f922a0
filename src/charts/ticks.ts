import { formatNumber, orderOfMagnitude } from "../core/format/format-number.ts";
import type { Tick } from "./chart-spec.ts";

/** A regular scale of round numbers. */
export interface NiceScale {
  /** 1, 2 or 5 times a power of ten. */
  readonly step: number;
  /** Decimals that write every tick exactly. */
  readonly decimals: number;
  /** Ticks within the range, ascending; the ends of the range need not be ticks. */
  readonly values: readonly number[];
  /** The range widened outward to whole steps. */
  readonly cover: readonly [number, number];
}

/** Powers of ten read from their decimal form, since engines round `10 ** n` differently. */
const powerOfTen = (exponent: number) => Number(`1e${exponent}`);

function niceStep(rough: number): { readonly step: number; readonly decimals: number } {
  const exponent = orderOfMagnitude(rough);
  const unit = powerOfTen(exponent);
  const factor = [1, 2, 5].find((candidate) => rough <= candidate * unit * (1 + 1e-9));
  const order = factor === undefined ? exponent + 1 : exponent;
  const decimals = Math.max(-order, 0);
  return { step: Number(`${factor ?? 1}e${order}`), decimals };
}

/**
 * Choose round ticks for low < high, about `count` (≥ 1) of them. Each value is the closest
 * number to its decimal form, so that 0.3 is 0.3 and not 0.30000000000000004.
 */
export function niceScale(low: number, high: number, count: number): NiceScale {
  const { step, decimals } = niceStep((high - low) / count);
  const slack = 1e-9;
  const first = Math.ceil(low / step - slack);
  const last = Math.floor(high / step + slack);
  const at = (index: number) => Number((index * step).toFixed(Math.min(decimals, 100))) + 0;
  return {
    step,
    decimals,
    values: Array.from({ length: Math.max(last - first + 1, 0) }, (_, k) => at(first + k)),
    cover: [at(Math.floor(low / step + slack)), at(Math.ceil(high / step - slack))],
  };
}

/** Ticks with their labels; the last one carries the unit when given. */
export function labelledTicks(scale: NiceScale, unit = ""): Tick[] {
  return scale.values.map((value, index) => ({
    value,
    label: formatNumber(value, scale.decimals) + (index === scale.values.length - 1 ? unit : ""),
  }));
}
