import type { Distribution } from "../model/distribution.ts";
import { reportInScalar } from "./expression-check.ts";
import { parseDistribution } from "./read-distribution.ts";
import type { ScalarText } from "./scalar-shapes.ts";
import type { ShapeSource } from "./shape.ts";

/** A distribution with its text. */
export interface WrittenDistribution {
  readonly distribution: Distribution;
  readonly distributionText: string;
}

/** Reads a distribution from a file and reports every mistake in it. */
export function readDistribution(
  field: ScalarText | undefined,
  source: ShapeSource,
): WrittenDistribution | undefined {
  if (field === undefined) return undefined;
  const reading = parseDistribution(field.text);
  if (reading.ok)
    return { distribution: reading.distribution, distributionText: field.text.trim() };
  reportInScalar(field, reading.problems, source);
  return undefined;
}

/** Reads a fixed value: a number, or arithmetic of numbers. */
export function readFixedValue(
  field: ScalarText | undefined,
  source: ShapeSource,
): WrittenDistribution | undefined {
  const read = readDistribution(field, source);
  if (field === undefined || read === undefined || read.distribution.kind === "constant")
    return read;
  const problem = {
    code: "not-constant",
    offset: 0,
    message: {
      zh: "`value` 应为一个数，这里是分布。",
      en: "`value` is a number; here is a distribution.",
    },
    remedy: { zh: "请改用 `distribution:`。", en: "Use `distribution:` instead." },
  };
  reportInScalar(field, [problem], source);
  return undefined;
}
