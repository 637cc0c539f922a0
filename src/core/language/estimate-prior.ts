import type { Term } from "../estimation/estimate-sample.ts";
import type { PriorEntry } from "./estimate-shape.ts";
import type { EstimateTask } from "./estimate-task.ts";
import { reportInScalar } from "./expression-check.ts";
import { nameList } from "./nearest-name.ts";
import { parseDistribution } from "./read-distribution.ts";
import type { ScalarText } from "./scalar-shapes.ts";
import type { ShapeSource } from "./shape.ts";

function readNormal(field: ScalarText, source: ShapeSource): Term["prior"] {
  const reading = parseDistribution(field.text);
  if (!reading.ok) {
    reportInScalar(field, reading.problems, source);
    return undefined;
  }
  const { distribution } = reading;
  if (distribution.kind === "normal") return { mean: distribution.mean, sd: distribution.sd };
  const problem = {
    code: "prior-not-normal",
    offset: 0,
    message: {
      zh: "系数的先验应为正态分布。",
      en: "The prior of a coefficient is a normal distribution.",
    },
    remedy: { zh: "请写作 `normal(均值, 标准差)`。", en: "Write `normal(mean, sd)`." },
  };
  reportInScalar(field, [problem], source);
  return undefined;
}

/** The coefficients with their priors; priors of coefficients that are not there are reported. */
export function readPriors(
  terms: EstimateTask["terms"],
  prior: PriorEntry | undefined,
  source: ShapeSource,
): readonly Term[] {
  const written = new Map<string, ScalarText>();
  const names = terms.map(({ id }) => id);
  const own =
    prior?.mean === undefined ? [] : [{ key: "mean", keyAt: prior.anchor, value: prior.mean }];
  for (const { key, keyAt, value } of [...own, ...(prior?.coefficients ?? [])]) {
    if (value !== undefined) written.set(key, value);
    if (names.includes(key)) continue;
    const list = nameList(names);
    source.report(
      keyAt,
      "unknown-coefficient",
      { zh: `这个估计没有系数 \`${key}\`。`, en: `This estimate has no coefficient \`${key}\`.` },
      { zh: `它的系数：${list.zh}。`, en: `Its coefficients: ${list.en}.` },
    );
  }
  return terms.map(({ unit: _unit, ...term }): Term => {
    const field = written.get(term.id);
    const belief = field && readNormal(field, source);
    return belief === undefined ? term : { ...term, prior: belief };
  });
}
