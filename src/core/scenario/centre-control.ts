import { orderOfMagnitude } from "../format/format-number.ts";
import { affineDistribution } from "../model/affine-distribution.ts";
import type { Distribution } from "../model/distribution.ts";
import { median, quantile } from "../sampling/quantile.ts";
import type { WrittenDistribution } from "./apply-scenario.ts";
import { NO_EDIT, type QuantityEdit } from "./quantity-edit.ts";

/** Which number of a distribution its first control sets. */
export type CentreKind = "median" | "mean" | "probability" | "value";

/** The range of a slider for the centre of a distribution, in the quantity's unit (a probability: 0..1). */
export interface CentreControl {
  readonly kind: CentreKind;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** 1, 2 or 5 times a power of ten: some hundred steps from low to high. */
  readonly step: number;
}

/** How far a slider reaches either way, in 5 %–95 % ranges of the model's own distribution. */
const REACH = 1.25;
/** Steps of a slider, at least. */
const STEPS = 200;

/** The distribution that an edit makes of the model's own. */
export function editedDistribution(own: Distribution, edit: QuantityEdit): Distribution {
  if (edit.kind === "fixed") return { kind: "constant", value: edit.value };
  const law = edit.law?.distribution ?? own;
  const { factor, by } = edit;
  const shift = factor === 1 ? by : by + median(law) * (1 - factor);
  return affineDistribution(law, shift, factor);
}

/** Whether wider and narrower mean anything: not for a fixed value, nor for counts and events. */
export function hasSpread(own: Distribution, edit: QuantityEdit): boolean {
  if (edit.kind === "fixed") return false;
  return !["constant", "bernoulli", "poisson", "binomial"].includes(lawOf(own, edit).kind);
}

/** The control for the centre of a quantity; its range does not move with the edit, but always holds the value. */
export function centreControl(own: Distribution, edit: QuantityEdit): CentreControl {
  const rate = rateOf(own, edit);
  if (rate !== undefined) {
    const high =
      rate.kind === "mean"
        ? Math.max(3 * (rateOf(own, NO_EDIT)?.value ?? rate.value), rate.value)
        : 1;
    const step = niceStep(high / STEPS);
    return { ...rate, low: rate.kind === "mean" ? step : 0, high, step };
  }
  const kind = edit.kind === "fixed" || lawOf(own, edit).kind === "constant" ? "value" : "median";
  const value = median(editedDistribution(own, edit));
  const middle = median(own);
  const spread = quantile(own, 0.95) - quantile(own, 0.05);
  const reach = spread > 0 ? REACH * spread : Math.abs(middle) || 1;
  const step = niceStep((2 * reach) / STEPS);
  const low = Math.floor(Math.min(middle - reach, value) / step) * step;
  const high = Math.ceil(Math.max(middle + reach, value) / step) * step;
  return { kind, value, low: tidy(low), high: tidy(high), step };
}

/** The edit with its centre at `value`; within half a step of the model's own centre it snaps to that. */
export function moveCentre(own: Distribution, edit: QuantityEdit, value: number): QuantityEdit {
  const { kind, step } = centreControl(own, edit);
  const before = centreControl(own, NO_EDIT);
  const isBack = before.kind === kind && Math.abs(before.value - value) < step / 2;
  if (kind === "value") {
    return isBack && own.kind === "constant" ? NO_EDIT : { kind: "fixed", value: tidy(value) };
  }
  if (edit.kind === "fixed") return edit;
  if (kind === "median") {
    const by = tidy(value - median(lawOf(own, edit)));
    return { ...edit, by: isBack && edit.law === undefined ? 0 : by };
  }
  if (isBack) return NO_EDIT;
  const law = withRate(lawOf(own, edit), value);
  return law === undefined ? edit : { kind: "uncertain", law, factor: 1, by: 0 };
}

const lawOf = (own: Distribution, edit: QuantityEdit): Distribution =>
  edit.kind === "fixed" ? { kind: "constant", value: edit.value } : (edit.law?.distribution ?? own);

/** Counts and events are set by their mean or their probability, and only while they are not moved otherwise. */
function rateOf(
  own: Distribution,
  edit: QuantityEdit,
): { readonly kind: "mean" | "probability"; readonly value: number } | undefined {
  if (edit.kind === "fixed" || edit.factor !== 1 || edit.by !== 0) return undefined;
  const law = lawOf(own, edit);
  if (law.kind === "poisson") return { kind: "mean", value: law.mean };
  if (law.kind === "bernoulli" || law.kind === "binomial") {
    return { kind: "probability", value: law.probability };
  }
  return undefined;
}

function withRate(law: Distribution, value: number): WrittenDistribution | undefined {
  const rate = tidy(value);
  switch (law.kind) {
    case "poisson":
      return { distribution: { ...law, mean: rate }, distributionText: `poisson(${rate})` };
    case "bernoulli":
      return {
        distribution: { ...law, probability: rate },
        distributionText: `bernoulli(${rate})`,
      };
    case "binomial":
      return {
        distribution: { ...law, probability: rate },
        distributionText: `binomial(${law.trials}, ${rate})`,
      };
    default:
      return undefined;
  }
}

/** The smallest 1, 2 or 5 times a power of ten that is no less than `least` > 0. */
function niceStep(least: number): number {
  const unit = Number(`1e${orderOfMagnitude(least)}`);
  const factor = [1, 2, 5, 10].find((each) => each * unit >= least * (1 - 1e-9)) ?? 10;
  return tidy(factor * unit);
}

/** Ten significant digits: what arithmetic adds behind them is noise. */
const tidy = (value: number): number => Number(value.toPrecision(10));
