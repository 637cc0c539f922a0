import type { Text } from "../text.ts";
import type { Threshold } from "./definition.ts";

/** A number that a claim may be about; p5 is the 5 % quantile. */
export type Statistic = "mean" | "sd" | "p5" | "p10" | "p25" | "median" | "p75" | "p90" | "p95";

/** Which way a mean or a probability moves. */
export type Response = "rises" | "falls" | "unchanged";

/** Inclusive. */
export type Interval = readonly [low: number, high: number];

/**
 * A claim about a model that its draws can refute; `claim` is for an economist to read. Quantities
 * are ids of inputs, parameters or indicators; `period` is the year that is looked at, by default the
 * last one. Identities are of the last period.
 */
export type Check = { readonly claim: Text } & (
  | {
      readonly kind: "statistic";
      readonly of: string;
      readonly period?: number;
      readonly is: Statistic;
      readonly between: Interval;
    }
  /** Spearman's, over draws. */
  | {
      readonly kind: "correlation";
      readonly of: readonly [string, string];
      readonly period?: number;
      readonly between: Interval;
    }
  /** The mean of `of` when the input or parameter `to` moves from its p10 to its p90 in all draws. */
  | {
      readonly kind: "response";
      readonly to: string;
      readonly of: string;
      readonly period?: number;
      readonly is: Response;
    }
  /** |left − right| ≤ tolerance · max(|left|, |right|) in every draw. */
  | {
      readonly kind: "identity";
      readonly left: Threshold;
      readonly right: Threshold;
      readonly tolerance: number;
    }
  /** Of a target. */
  | { readonly kind: "probability"; readonly of: string; readonly between: Interval }
  /** Against the baseline: the mean of a quantity, or the probability of a target. */
  | {
      readonly kind: "scenario";
      readonly name: string;
      readonly of:
        | { readonly quantity: string; readonly period?: number }
        | { readonly target: string };
      readonly is: Response;
    }
  /** In every draw. */
  | {
      readonly kind: "range";
      readonly of: string;
      readonly period?: number;
      readonly between: Interval;
    }
);
