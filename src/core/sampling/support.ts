import type { Distribution } from "../model/distribution.ts";
import { lawOf } from "./laws/law-of.ts";

/** Smallest and largest possible value; may be infinite. */
export function support(d: Distribution): readonly [number, number] {
  return lawOf(d).support;
}

/** Whether single values carry all the probability, as for counts, 0/1 events and constants. */
export function isDiscrete(d: Distribution): boolean {
  return lawOf(d).discrete;
}
