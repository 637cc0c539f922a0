import type { Distribution } from "../model/distribution.ts";
import { lawOf } from "./laws/law-of.ts";

/** NaN where it does not exist (student_t with df ≤ 1). */
export function mean(d: Distribution): number {
  return lawOf(d).mean();
}

/** ∞ or NaN where it does not exist (student_t with df ≤ 2 or ≤ 1). */
export function variance(d: Distribution): number {
  return lawOf(d).variance();
}
