import type { Distribution } from "../model/distribution.ts";
import type { Text } from "../text.ts";
import { lawOf } from "./laws/law-of.ts";
import { probabilityBetween } from "./laws/truncated-law.ts";

/** Least probability of the kept part of a truncated distribution. */
const LEAST_MASS = 1e-9;
/** Sizes beyond would overflow in products. */
const LARGEST = 1e100;
const SMALLEST = 1e-100;
/** Counts with a larger variance have more values than is worth telling apart. */
const LARGEST_COUNT_VARIANCE = 1e6;
const LARGEST_SHAPE = 1e6;
const MOST_TRIALS = 1e12;
const MOST_VALUES = 100_000;

/** What a parameter must be, as the end of a sentence. */
interface Rule {
  readonly holds: (value: number) => boolean;
  readonly must: Text;
}

type Checked = readonly [name: string, value: number, rule: Rule];

const number: Rule = {
  holds: (value) => Math.abs(value) <= LARGEST,
  must: { zh: "必须是 −1e100 到 1e100 之间的数", en: "must be a number between −1e100 and 1e100" },
};

const positive: Rule = {
  holds: (value) => value >= SMALLEST && value <= LARGEST,
  must: { zh: "必须大于 0（1e-100 到 1e100）", en: "must be greater than 0 (1e-100 to 1e100)" },
};

const nonzero: Rule = {
  holds: (value) => Math.abs(value) >= SMALLEST && Math.abs(value) <= LARGEST,
  must: {
    zh: "必须是不为 0 的数（绝对值 1e-100 到 1e100）",
    en: "must be a number other than 0 (size 1e-100 to 1e100)",
  },
};

function within(low: number, high: number): Rule {
  return {
    holds: (value) => value >= low && value <= high,
    must: { zh: `必须在 ${low} 到 ${high} 之间`, en: `must be between ${low} and ${high}` },
  };
}

const wholeTrials: Rule = {
  holds: (value) => Number.isInteger(value) && value >= 1 && value <= MOST_TRIALS,
  must: { zh: "必须是 1 到 1e12 之间的整数", en: "must be a whole number between 1 and 1e12" },
};

const poissonMean: Rule = {
  holds: (value) => value >= SMALLEST && value <= LARGEST_COUNT_VARIANCE,
  must: {
    zh: "必须大于 0 且不超过 1e6（更大时请用相同均值和方差的 normal）",
    en: "must be greater than 0 and at most 1e6 (above, use normal with the same mean and variance)",
  },
};

/** ±Infinity allowed. */
const bound: Rule = {
  holds: (value) => Math.abs(value) === Number.POSITIVE_INFINITY || number.holds(value),
  must: {
    zh: "必须是数，或 -Infinity、Infinity",
    en: "must be a number, -Infinity or Infinity",
  },
};

/**
 * What makes a distribution impossible: the parameter at fault, what is allowed and what was given;
 * `undefined` for a distribution that can be sampled. Parameters have the names used in plan files.
 */
export function distributionProblem(d: Distribution): Text | undefined {
  return firstBroken(d.kind, parametersOf(d)) ?? relationProblem(d);
}

function firstBroken(kind: string, parameters: readonly Checked[]): Text | undefined {
  const broken = parameters.find(([, value, rule]) => !rule.holds(value));
  if (broken === undefined) return undefined;
  const [name, value, { must }] = broken;
  return {
    zh: `${kind} 的参数 ${name} ${must.zh}，现在是 ${value}。`,
    en: `${name} of ${kind} ${must.en}, but is ${value}.`,
  };
}

/** Each parameter with the rule for it alone. */
function parametersOf(d: Distribution): readonly Checked[] {
  switch (d.kind) {
    case "constant":
      return [["value", d.value, number]];
    case "normal":
      return [
        ["mean", d.mean, number],
        ["sd", d.sd, positive],
      ];
    case "lognormal":
      return [
        ["mean_log", d.meanLog, within(-300, 300)],
        ["sd_log", d.sdLog, within(SMALLEST, 30)],
      ];
    case "student_t":
      return [
        ["df", d.df, within(0.5, LARGEST_SHAPE)],
        ["location", d.location, number],
        ["scale", d.scale, positive],
      ];
    case "triangular":
    case "pert":
      return [
        ["low", d.low, number],
        ["mode", d.mode, number],
        ["high", d.high, number],
      ];
    case "uniform":
      return [
        ["low", d.low, number],
        ["high", d.high, number],
      ];
    case "beta":
      return [
        ["alpha", d.alpha, within(0.01, LARGEST_SHAPE)],
        ["beta", d.beta, within(0.01, LARGEST_SHAPE)],
        ["low", d.low, number],
        ["high", d.high, number],
      ];
    case "gamma":
      return [
        ["shape", d.shape, within(0.01, LARGEST_SHAPE)],
        ["scale", d.scale, positive],
      ];
    case "two_piece_normal":
      return [
        ["mode", d.mode, number],
        ["sd_low", d.sdLow, positive],
        ["sd_high", d.sdHigh, positive],
      ];
    case "poisson":
      return [["mean", d.mean, poissonMean]];
    case "binomial":
      return [
        ["trials", d.trials, wholeTrials],
        ["probability", d.probability, within(0, 1)],
      ];
    case "bernoulli":
      return [["probability", d.probability, within(0, 1)]];
    case "truncated":
      return [
        ["low", d.low, bound],
        ["high", d.high, bound],
      ];
    case "mixture":
      return d.components.map(({ weight }, i) => [`w${i + 1}`, weight, positive]);
    case "empirical":
      return d.values.map((value, i) => [`v${i + 1}`, value, number]);
    case "quantiles":
      return [
        ["p5", d.p5, number],
        ["p50", d.p50, number],
        ["p95", d.p95, number],
      ];
    case "affine":
      return [
        ["shift", d.shift, number],
        ["scale", d.scale, nonzero],
      ];
    default:
      return d satisfies never;
  }
}

/** What is wrong between parameters that are each allowed, or inside. */
function relationProblem(d: Distribution): Text | undefined {
  switch (d.kind) {
    case "triangular":
    case "pert":
      return modeProblem(d) ?? widthProblem(d);
    case "uniform":
    case "beta":
      return widthProblem(d);
    case "quantiles":
      return ascendingProblem(d);
    case "binomial":
      return countProblem(d);
    case "truncated":
      return distributionProblem(d.base) ?? truncationProblem(d);
    case "mixture":
      return mixtureProblem(d);
    case "empirical":
      return lengthProblem(d);
    case "affine":
      return distributionProblem(d.base);
    default:
      return undefined;
  }
}

type Of<K extends Distribution["kind"]> = Extract<Distribution, { kind: K }>;

function modeProblem(d: Of<"triangular" | "pert">): Text | undefined {
  if (d.low <= d.mode && d.mode <= d.high) return undefined;
  return {
    zh: `${d.kind} 的参数必须满足 low ≤ mode ≤ high，现在是 ${d.low}、${d.mode}、${d.high}。`,
    en: `${d.kind} needs low ≤ mode ≤ high, but has ${d.low}, ${d.mode}, ${d.high}.`,
  };
}

function widthProblem(d: Of<"triangular" | "pert" | "uniform" | "beta">): Text | undefined {
  if (d.high - d.low >= SMALLEST) return undefined;
  return {
    zh: `${d.kind} 的参数必须满足 low < high，现在是 ${d.low} 和 ${d.high}。`,
    en: `${d.kind} needs low < high, but has ${d.low} and ${d.high}.`,
  };
}

function ascendingProblem(d: Of<"quantiles">): Text | undefined {
  if (d.p5 < d.p50 && d.p50 < d.p95) return undefined;
  return {
    zh: `quantiles 的参数必须满足 p5 < p50 < p95，现在是 ${d.p5}、${d.p50}、${d.p95}。`,
    en: `quantiles needs p5 < p50 < p95, but has ${d.p5}, ${d.p50}, ${d.p95}.`,
  };
}

function countProblem(d: Of<"binomial">): Text | undefined {
  const variance = d.trials * d.probability * (1 - d.probability);
  if (variance <= LARGEST_COUNT_VARIANCE) return undefined;
  return {
    zh: `binomial 的方差 trials·p·(1 − p) 不能超过 1e6，现在是 ${variance}；请改用相同均值和标准差的 normal。`,
    en: `The variance trials·p·(1 − p) of binomial must not exceed 1e6, but is ${variance}; use normal with the same mean and sd.`,
  };
}

function truncationProblem(d: Of<"truncated">): Text | undefined {
  if (!(d.low <= d.high)) {
    return {
      zh: `truncated 的参数必须满足 low ≤ high，现在是 ${d.low} 和 ${d.high}。`,
      en: `truncated needs low ≤ high, but has ${d.low} and ${d.high}.`,
    };
  }
  const mass = probabilityBetween(lawOf(d.base), d.low, d.high);
  if (mass > LEAST_MASS) return undefined;
  const share = Math.max(0, mass).toPrecision(2);
  return {
    zh: `truncated 的区间 [${d.low}, ${d.high}] 在原分布下的概率必须大于 1e-9，现在是 ${share}；请放宽 low、high 或改原分布。`,
    en: `The range [${d.low}, ${d.high}] of truncated must have probability above 1e-9 under the base distribution, but has ${share}; widen low and high or change the base.`,
  };
}

function mixtureProblem(d: Of<"mixture">): Text | undefined {
  if (d.components.length === 0) {
    return { zh: "mixture 至少需要一个分量。", en: "mixture needs at least one component." };
  }
  for (const [i, { distribution }] of d.components.entries()) {
    const problem = distributionProblem(distribution);
    if (problem === undefined) continue;
    return {
      zh: `mixture 的第 ${i + 1} 个分量：${problem.zh}`,
      en: `Component ${i + 1} of mixture: ${problem.en}`,
    };
  }
  return undefined;
}

function lengthProblem(d: Of<"empirical">): Text | undefined {
  const count = d.values.length;
  if (count >= 1 && count <= MOST_VALUES) return undefined;
  return {
    zh: `empirical 需要 1 到 100000 个数值，现在有 ${count} 个。`,
    en: `empirical needs 1 to 100000 values, but has ${count}.`,
  };
}
