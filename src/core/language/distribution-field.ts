import type { Distribution } from "../model/distribution.ts";
import { reportInScalar } from "./expression-check.ts";
import type { Past } from "./plan-context.ts";
import { parseDistribution } from "./read-distribution.ts";
import type { ScalarText } from "./scalar-shapes.ts";
import type { ShapeSource } from "./shape.ts";

/** A distribution with its text. */
export interface WrittenDistribution {
  readonly distribution: Distribution;
  readonly distributionText: string;
  /** Series whose known values it holds. */
  readonly fromSeries?: readonly string[];
}

/** What a rewound plan has in place of a distribution that rests on too little yet: an undefined value. */
export const notYetKnown = (): WrittenDistribution => ({
  distribution: { kind: "constant", value: Number.NaN },
  distributionText: "–",
});

/** Reads a distribution from a file and reports every mistake in it. */
export function readDistribution(
  field: ScalarText | undefined,
  source: ShapeSource,
  past?: Past,
): WrittenDistribution | undefined {
  if (field === undefined) return undefined;
  const reading = parseDistribution(field.text, past);
  if (reading.ok) {
    const { distribution, fromSeries } = reading;
    const written = { distribution, distributionText: field.text.trim() };
    return fromSeries === undefined ? written : { ...written, fromSeries };
  }
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
