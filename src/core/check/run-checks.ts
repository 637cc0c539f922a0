import { formatSignificant } from "../format/format-number.ts";
import type { Check, Interval, Statistic } from "../model/check.ts";
import type { Definition } from "../model/definition.ts";
import { rankCorrelation } from "../results/rank-correlation.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text.ts";
import { type CheckContext, createCheckContext, unitOf } from "./check-context.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkResponse } from "./check-response.ts";
import type { CheckResult, Finding } from "./check-result.ts";
import {
  asPercent,
  describeMove,
  expectInterval,
  expectResponse,
  inUnit,
  moveOf,
  type NumberWriter,
} from "./check-texts.ts";
import { countNotFinite, sampleMean, sampleQuantile, sampleSd } from "./sample-statistics.ts";

type CheckOf<Kind extends Check["kind"]> = Extract<Check, { readonly kind: Kind }>;

/**
 * Test claims about a model on 20 000 draws with seed 1. Definition, scenarios and checks must be
 * checked against each other already: unknown names throw.
 */
export function runChecks(
  definition: Definition,
  scenarios: readonly Scenario[],
  checks: readonly Check[],
): readonly CheckResult[] {
  const context = createCheckContext(definition, scenarios, checks);
  return checks.map((check, index) => ({
    claim: check.claim,
    ...evaluate(check, index, context),
  }));
}

function evaluate(check: Check, index: number, context: CheckContext): Finding {
  switch (check.kind) {
    case "statistic":
      return checkStatistic(check, context);
    case "correlation":
      return checkCorrelation(check, context);
    case "response":
      return checkResponse(check, context);
    case "identity":
      return checkIdentity(check, index, context);
    case "probability":
      return checkProbability(check, context);
    case "scenario":
      return checkScenario(check, context);
    case "range":
      return checkRange(check, context);
    default:
      return check satisfies never;
  }
}

const STATISTICS: Readonly<Record<Statistic, (values: Float64Array) => number>> = {
  mean: sampleMean,
  sd: sampleSd,
  p5: (values) => sampleQuantile(values, 0.05),
  p10: (values) => sampleQuantile(values, 0.1),
  p25: (values) => sampleQuantile(values, 0.25),
  median: (values) => sampleQuantile(values, 0.5),
  p75: (values) => sampleQuantile(values, 0.75),
  p90: (values) => sampleQuantile(values, 0.9),
  p95: (values) => sampleQuantile(values, 0.95),
};

function checkStatistic(check: CheckOf<"statistic">, context: CheckContext): Finding {
  const values = context.baseline.quantity(check.of, check.period);
  const write = inUnit(unitOf(context.definition, check.of));
  return inInterval(STATISTICS[check.is](values), check.between, write, values);
}

function checkCorrelation(check: CheckOf<"correlation">, context: CheckContext): Finding {
  const [a, b] = check.of;
  const x = context.baseline.quantity(a, check.period);
  const y = context.baseline.quantity(b, check.period);
  return inInterval(rankCorrelation(x, y), check.between, inUnit("1"));
}

function checkProbability(check: CheckOf<"probability">, context: CheckContext): Finding {
  const share = hitShare(context.baseline.target(check.of));
  return inInterval(share, check.between, asPercent);
}

function checkScenario(check: CheckOf<"scenario">, context: CheckContext): Finding {
  const { of } = check;
  const scenario = context.underScenario(check.name);
  const measure = (sample: CheckContext["baseline"]): number =>
    "target" in of
      ? hitShare(sample.target(of.target))
      : sampleMean(sample.quantity(of.quantity, of.period));
  const from = measure(context.baseline);
  const to = measure(scenario);
  const write = "target" in of ? asPercent : inUnit(unitOf(context.definition, of.quantity));
  return {
    holds: moveOf(from, to) === check.is,
    found: describeMove(from, to, write),
    expected: expectResponse(check.is),
  };
}

function checkRange(check: CheckOf<"range">, context: CheckContext): Finding {
  const values = context.baseline.quantity(check.of, check.period);
  const write = inUnit(unitOf(context.definition, check.of));
  const least = write(sampleQuantile(values, 0));
  const most = write(sampleQuantile(values, 1));
  const [low, high] = check.between;
  return {
    holds: values.every((value) => value >= low && value <= high),
    found:
      countNotFinite(values) > 0
        ? undefinedIn(values)
        : {
            zh: `${least.zh} 至 ${most.zh}`,
            en: `${least.en} to ${most.en}`,
          },
    expected: expectInterval(check.between, write),
  };
}

/** Undefined draws are misses. */
function hitShare(hits: Float64Array): number {
  let count = 0;
  for (const hit of hits) if (hit === 1) count += 1;
  return count / hits.length;
}

function inInterval(
  value: number,
  [low, high]: Interval,
  write: NumberWriter,
  values?: Float64Array,
): Finding {
  return {
    holds: value >= low && value <= high,
    found: values !== undefined && countNotFinite(values) > 0 ? undefinedIn(values) : write(value),
    expected: expectInterval([low, high], write),
  };
}

function undefinedIn(values: Float64Array): Text {
  const share = formatSignificant((100 * countNotFinite(values)) / values.length, 2);
  return { zh: `${share}% 的抽样中无定义`, en: `undefined in ${share}% of draws` };
}
