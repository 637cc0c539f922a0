import type { Distribution } from "../model/distribution.ts";
import type { Text } from "../text.ts";

/** A number or a distribution, as written between the parentheses. */
export type Argument = number | Distribution;

/** How a distribution is written. */
export interface DistributionForm {
  readonly usage: string;
  /** What its parameters must obey. */
  readonly limits: Text;
  /** Undefined where number or kind of the arguments do not fit. */
  readonly build: (args: readonly Argument[]) => Distribution | undefined;
}

const isNumber = (argument: Argument): argument is number => typeof argument === "number";

/** A form whose arguments are all numbers. */
function form(
  usage: string,
  zh: string,
  en: string,
  counts: readonly number[],
  build: (n: readonly number[]) => Distribution,
): DistributionForm {
  return {
    usage,
    limits: { zh, en },
    build: (args) =>
      counts.includes(args.length) && args.every(isNumber) ? build(args) : undefined,
  };
}

/** A form with one to three numbers; those that are not given are 0 and not used. */
const fixed = (
  usage: string,
  zh: string,
  en: string,
  build: (a: number, b: number, c: number) => Distribution,
): DistributionForm =>
  form(usage, zh, en, [usage.split(",").length], ([a = 0, b = 0, c = 0]) => build(a, b, c));

const constant = (value: number): Distribution => ({ kind: "constant", value });

const asDistribution = (argument: Argument): Distribution =>
  isNumber(argument) ? constant(argument) : argument;

function buildTruncated(args: readonly Argument[]): Distribution | undefined {
  const [base, low, high] = args;
  if (base === undefined || low === undefined || high === undefined || args.length > 3) {
    return undefined;
  }
  if (isNumber(base) || !isNumber(low) || !isNumber(high)) return undefined;
  return { kind: "truncated", base, low, high };
}

function buildMixture(args: readonly Argument[]): Distribution | undefined {
  if (args.length < 4 || args.length % 2 !== 0) return undefined;
  const components = [];
  for (let i = 0; i < args.length; i += 2) {
    const weight = args[i]!;
    if (!isNumber(weight)) return undefined;
    components.push({ weight, distribution: asDistribution(args[i + 1]!) });
  }
  return { kind: "mixture", components };
}

/** Every distribution that a file may name. */
export const DISTRIBUTION_FORMS: ReadonlyMap<string, DistributionForm> = new Map([
  [
    "normal",
    fixed("normal(mean, sd)", "sd > 0", "sd > 0", (mean, sd) => ({ kind: "normal", mean, sd })),
  ],
  [
    "lognormal",
    fixed("lognormal(mean_log, sd_log)", "sd_log > 0", "sd_log > 0", (meanLog, sdLog) => ({
      kind: "lognormal",
      meanLog,
      sdLog,
    })),
  ],
  [
    "student_t",
    fixed(
      "student_t(df, location, scale)",
      "df > 0，scale > 0",
      "df > 0, scale > 0",
      (df, location, scale) => ({ kind: "student_t", df, location, scale }),
    ),
  ],
  [
    "triangular",
    fixed(
      "triangular(low, mode, high)",
      "low ≤ mode ≤ high，low < high",
      "low ≤ mode ≤ high, low < high",
      (low, mode, high) => ({ kind: "triangular", low, mode, high }),
    ),
  ],
  [
    "pert",
    fixed(
      "pert(low, mode, high)",
      "low ≤ mode ≤ high，low < high",
      "low ≤ mode ≤ high, low < high",
      (low, mode, high) => ({ kind: "pert", low, mode, high }),
    ),
  ],
  [
    "uniform",
    fixed("uniform(low, high)", "low < high", "low < high", (low, high) => ({
      kind: "uniform",
      low,
      high,
    })),
  ],
  [
    "beta",
    form(
      "beta(alpha, beta, low, high)",
      "alpha > 0，beta > 0，low < high；不写 low、high 时为 0、1",
      "alpha > 0, beta > 0, low < high; low and high are 0 and 1 where left out",
      [2, 4],
      ([alpha = 0, beta = 0, low = 0, high = 1]) => ({ kind: "beta", alpha, beta, low, high }),
    ),
  ],
  [
    "gamma",
    fixed(
      "gamma(shape, scale)",
      "shape > 0，scale > 0",
      "shape > 0, scale > 0",
      (shape, scale) => ({ kind: "gamma", shape, scale }),
    ),
  ],
  [
    "two_piece_normal",
    fixed(
      "two_piece_normal(mode, sd_low, sd_high)",
      "sd_low > 0，sd_high > 0",
      "sd_low > 0, sd_high > 0",
      (mode, sdLow, sdHigh) => ({ kind: "two_piece_normal", mode, sdLow, sdHigh }),
    ),
  ],
  [
    "poisson",
    fixed("poisson(mean)", "mean > 0", "mean > 0", (mean) => ({ kind: "poisson", mean })),
  ],
  [
    "binomial",
    fixed(
      "binomial(trials, probability)",
      "trials 为正整数，0 ≤ probability ≤ 1",
      "trials a whole number ≥ 1, 0 ≤ probability ≤ 1",
      (trials, probability) => ({ kind: "binomial", trials, probability }),
    ),
  ],
  [
    "bernoulli",
    fixed(
      "bernoulli(probability)",
      "0 ≤ probability ≤ 1",
      "0 ≤ probability ≤ 1",
      (probability) => ({ kind: "bernoulli", probability }),
    ),
  ],
  [
    "truncated",
    {
      usage: "truncated(distribution, low, high)",
      limits: {
        zh: "low < high（可为 -Infinity、Infinity），其间须有概率",
        en: "low < high (-Infinity and Infinity allowed), with some probability between them",
      },
      build: buildTruncated,
    },
  ],
  [
    "mixture",
    {
      usage: "mixture(weight1, distribution1, weight2, distribution2, …)",
      limits: { zh: "权重 > 0", en: "weights > 0" },
      build: buildMixture,
    },
  ],
  [
    "empirical",
    {
      usage: "empirical(value1, value2, …)",
      limits: { zh: "至少一个有限的数", en: "one finite number or more" },
      build: (args) =>
        args.length > 0 && args.every(isNumber) ? { kind: "empirical", values: args } : undefined,
    },
  ],
  [
    "quantiles",
    fixed("quantiles(p5, p50, p95)", "p5 < p50 < p95", "p5 < p50 < p95", (p5, p50, p95) => ({
      kind: "quantiles",
      p5,
      p50,
      p95,
    })),
  ],
]);
