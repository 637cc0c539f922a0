import type { Check } from "../model/check.ts";
import type { Definition, Indicator } from "../model/definition.ts";
import type { Expression } from "../model/expression.ts";
import type { CheckContext } from "./check-context.ts";
import type { Finding } from "./check-result.ts";
import { sampleModel } from "./model-sample.ts";

/** Ids that no file can give. */
const LEFT = "identity: left";
const RIGHT = "identity: right";

/** Compare two expressions in every draw, by |left − right| / max(|left|, |right|). */
export function checkIdentity(
  check: Extract<Check, { readonly kind: "identity" }>,
  { definition }: CheckContext,
): Finding {
  const sample = sampleModel(
    withIndicators(definition, [
      hiddenIndicator(LEFT, check.left.expression),
      hiddenIndicator(RIGHT, check.right.expression),
    ]),
  );
  const gap = largestGap(sample.quantity(LEFT), sample.quantity(RIGHT));
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

function withIndicators(definition: Definition, indicators: readonly Indicator[]): Definition {
  return { ...definition, indicators: [...definition.indicators, ...indicators] };
}

function hiddenIndicator(id: string, equation: Expression): Indicator {
  return {
    id,
    label: { zh: id, en: id },
    unit: "1",
    source: { cites: [] },
    better: "higher",
    equation,
    equationText: "",
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
