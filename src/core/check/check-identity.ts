import type { Check } from "../model/check.ts";
import type { CheckContext } from "./check-context.ts";
import type { Finding } from "./check-result.ts";
import { identitySides } from "./identity-sides.ts";

/**
 * Compare two expressions in every draw, by |left − right| / max(|left|, |right|). `index` is the
 * check's place in the list of checks.
 */
export function checkIdentity(
  check: Extract<Check, { readonly kind: "identity" }>,
  index: number,
  { baseline }: CheckContext,
): Finding {
  const [left, right] = identitySides(index);
  const gap = largestGap(baseline.quantity(left), baseline.quantity(right));
  const tolerance = formatSmall(check.tolerance);
  return {
    holds: gap <= check.tolerance,
    found: Number.isNaN(gap)
      ? { zh: "有的抽样中无定义", en: "undefined in some draws" }
      : {
          zh: `最大相对差 ${formatSmall(gap)}`,
          en: `largest relative difference ${formatSmall(gap)}`,
        },
    expected: { zh: `不超过 ${tolerance}`, en: `at most ${tolerance}` },
  };
}

/** NaN where a side is not finite in a draw. */
function largestGap(left: Float64Array, right: Float64Array): number {
  let largest = 0;
  for (const [draw, a] of left.entries()) {
    const b = right[draw] ?? Number.NaN;
    if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.NaN;
    const scale = Math.max(Math.abs(a), Math.abs(b));
    if (a !== b) largest = Math.max(largest, Math.abs(a - b) / scale);
  }
  return largest;
}

function formatSmall(value: number): string {
  return value === 0 ? "0" : value.toExponential(1);
}
