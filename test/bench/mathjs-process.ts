import { compile, erf, version } from "mathjs";
import type { Definition } from "../../src/core/model/definition.ts";
import type { Distribution } from "../../src/core/model/distribution.ts";
import { evaluationOrder } from "../../src/core/model/evaluation-order.ts";
import { choleskyFactor, normalScoreCorrelation } from "../../src/core/sampling/copula.ts";
import { quantile } from "../../src/core/sampling/quantile.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { answerRequests } from "./answer-requests.ts";

/**
 * The plan as most people would simulate it with mathjs: equations compiled once, evaluated for every draw
 * with a scope; normals by Box and Muller from Math.random; statistics from arrays of values. Quantile
 * functions other than the normal's are tables, made before the clock starts.
 *
 * Usage: mathjs-process.js plan.yaml
 */
const definition = readPlanFolder(process.argv[2] ?? "");
const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const BINS = 200;

// biome-ignore lint/plugin: what most people write is what is measured here
const random = Math.random;

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Value of a distribution at a standard normal score. */
function valueFunction(distribution: Distribution): (score: number) => number {
  if (distribution.kind === "normal") {
    const { mean, sd } = distribution;
    return (score) => mean + sd * score;
  }
  if (distribution.kind === "lognormal") {
    const { meanLog, sdLog } = distribution;
    return (score) => Math.exp(meanLog + sdLog * score);
  }
  const scores = Array.from({ length: 1001 }, (_, index) => (index - 500) / 100);
  const table = scores.map((score) => {
    const p = (1 + Number(erf(score / Math.SQRT2))) / 2;
    return quantile(distribution, p);
  });
  return (score) => {
    const position = Math.min(Math.max((score + 5) * 100, 0), 999.999);
    const index = Math.floor(position);
    const [low = 0, high = 0] = [table[index], table[index + 1]];
    return low + (position - index) * (high - low);
  };
}

function prepare({ inputs, indicators, correlations, targets }: Definition) {
  const names = inputs.map(({ id }) => id);
  const matrix = new Float64Array(names.length ** 2);
  for (let i = 0; i < names.length; i++) matrix[i * names.length + i] = 1;
  for (const { between, rank } of correlations) {
    const [i, j] = between.map((name) => names.indexOf(name)) as [number, number];
    matrix[i * names.length + j] = normalScoreCorrelation(rank);
    matrix[j * names.length + i] = normalScoreCorrelation(rank);
  }
  const factor = choleskyFactor(matrix, names.length);
  const order = evaluationOrder(indicators);
  if (factor === undefined || order.kind === "cyclic") throw new Error("Not a plan to measure.");
  return {
    factor,
    inputs: inputs.map(({ id, distribution }) => ({ id, valueAt: valueFunction(distribution) })),
    equations: order.steps
      .flatMap((step) => step.equations)
      .map(({ id, equationText }) => ({
        id,
        code: compile(equationText),
      })),
    targets: targets.map(({ indicator, relation }) => {
      if (!("threshold" in relation) || relation.threshold === undefined) {
        throw new Error(`${relation.kind} is not measured.`);
      }
      return { indicator, kind: relation.kind, threshold: Number(relation.threshold.text) };
    }),
  };
}

const plan = prepare(definition);

function isHit(kind: string, value: number, threshold: number): boolean {
  if (kind === "at_least") return value >= threshold;
  if (kind === "above") return value > threshold;
  return kind === "at_most" ? value <= threshold : value < threshold;
}

function simulate(draws: number) {
  const n = plan.inputs.length;
  const values = new Map<string, number[]>();
  const names = [...plan.inputs, ...plan.equations].map(({ id }) => id);
  for (const name of names) values.set(name, []);
  const hits = plan.targets.map(() => 0);
  const hitCounts = new Array<number>(plan.targets.length + 1).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const scope: Record<string, number> = {};
    const scores = plan.inputs.map(normal);
    plan.inputs.forEach(({ id, valueAt }, i) => {
      let score = 0;
      for (let j = 0; j <= i; j++) score += (plan.factor[i * n + j] ?? 0) * (scores[j] ?? 0);
      scope[id] = valueAt(score);
    });
    for (const { id, code } of plan.equations) scope[id] = code.evaluate(scope);
    let count = 0;
    plan.targets.forEach(({ indicator, kind, threshold }, target) => {
      if (!isHit(kind, scope[indicator] ?? Number.NaN, threshold)) return;
      hits[target] = (hits[target] ?? 0) + 1;
      count++;
    });
    hitCounts[count] = (hitCounts[count] ?? 0) + 1;
    for (const name of names) values.get(name)?.push(scope[name] ?? Number.NaN);
  }
  const statistics = names.map((name) => describe(values.get(name) ?? []));
  return {
    probabilities: hits.map((count) => count / draws),
    joint: (hitCounts.at(-1) ?? 0) / draws,
    bins: statistics.reduce((sum, { counts }) => sum + counts.length, 0),
  };
}

function describe(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const low = sorted[0] ?? 0;
  const width = ((sorted.at(-1) ?? 0) - low) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const quantiles = QUANTILES.map((p) => sorted[Math.floor(p * (sorted.length - 1))]);
  return { mean, sd: Math.sqrt(squares / (sorted.length - 1)), quantiles, counts };
}

await answerRequests(`Node ${process.versions.node}, mathjs ${version}`, async (draws) => {
  const start = performance.now();
  const statistics = simulate(draws);
  return { ms: performance.now() - start, ...statistics };
});
