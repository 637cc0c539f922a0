import type { Definition } from "../model/definition.ts";
import type { Outcome } from "../outcome.ts";
import { type PlanOptions, readPlan } from "./read-plan.ts";

/** Reads a plan as it would have been read on a day, for one year. */
export type PlanRewinder = (year: number, day: string) => Outcome<Definition>;

/** A rewinder of a plan file that was read without issues, with its table. */
export function planRewinder(
  plan: { readonly file: string; readonly text: string },
  history: PlanOptions["history"],
): PlanRewinder {
  return (year, day) => readPlan(plan.text, plan.file, { history, asOf: day, periods: [year] });
}
