import { estimateParts, partDistribution } from "../estimation/estimate-part.ts";
import type { Distribution } from "../model/distribution.ts";
import type { EstimateUse } from "../model/estimate.ts";
import { describeUnit, type Unit, unitsAgree } from "../model/unit.ts";
import { distributionProblem } from "../sampling/distribution-problem.ts";
import { notYetKnown, type WrittenDistribution } from "./distribution-field.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import type { BuiltEstimate } from "./plan-estimates.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** All estimates of a plan; undefined under the name of one that has issues. */
export type Estimates = ReadonlyMap<string, BuiltEstimate | undefined>;

/** A quantity's distribution that an estimate gives. */
export interface EstimatedDistribution extends WrittenDistribution {
  readonly estimate: EstimateUse;
}

const PER_PERIOD: readonly string[] = ["next", "residual"];

const rounded = (value: number): string => String(Number(value.toPrecision(4)));

function textOf(distribution: Distribution): string {
  if (distribution.kind === "truncated") {
    const { base, low, high } = distribution;
    return `truncated(${textOf(base)}, ${rounded(low)}, ${rounded(high)})`;
  }
  if (distribution.kind !== "student_t") return distribution.kind;
  const { df, location, scale } = distribution;
  return `student_t(${[df, location, scale].map(rounded).join(", ")})`;
}

function reportPart(
  spot: Spot<string>,
  parts: readonly string[],
  kind: "input" | "parameter",
  source: ShapeSource,
): void {
  const [id, part = ""] = spot.value.split(".");
  const fitting = parts.filter((name) => PER_PERIOD.includes(name) === (kind === "input"));
  const list = nameList(fitting.map((name) => `${id}.${name}`));
  const isKnown = parts.includes(part);
  const zhKind = kind === "input" ? "假设各期重抽，不能用" : "参数各期相同，不能用";
  source.report(
    spot.at,
    isKnown ? "wrong-part" : "unknown-part",
    isKnown
      ? {
          zh: `${zhKind} \`${part}\`。`,
          en: `\`${part}\` is drawn ${kind === "input" ? "once for all periods: it is for a parameter" : "anew in each period: it is for an input"}.`,
        }
      : {
          zh: `估计 \`${id}\` 没有 \`${part}\` 这一部分。`,
          en: `The estimate \`${id}\` has no part \`${part}\`.`,
        },
    suggestion(isKnown ? "" : part, fitting, {
      zh: `请写 ${list.zh}。`,
      en: `Write ${list.en}.`,
    }),
  );
}

function checkUnit(
  spot: Spot<string>,
  found: Unit | undefined,
  unit: Unit | undefined,
  source: ShapeSource,
): void {
  if (found === undefined || unit === undefined || unitsAgree(found, unit)) return;
  source.report(
    spot.at,
    "wrong-unit",
    {
      zh: `\`${spot.value}\` 的单位是 \`${describeUnit(found)}\`，应为 \`${describeUnit(unit)}\`。`,
      en: `\`${spot.value}\` is in \`${describeUnit(found)}\`; \`${describeUnit(unit)}\` was expected.`,
    },
    { zh: "请改 `unit:` 或换算序列。", en: "Change `unit:`, or convert the series." },
  );
}

function within(
  distribution: Distribution,
  limits: Spot<readonly number[]> | undefined,
  source: ShapeSource,
): Distribution {
  const [low, high] = limits?.value ?? [];
  if (limits === undefined || low === undefined || high === undefined) return distribution;
  const truncated = { kind: "truncated", base: distribution, low, high } as const;
  const problem = distributionProblem(truncated);
  if (problem === undefined) return truncated;
  source.report(limits.at, "impossible-parameters", problem, {
    zh: "请改上下限：low < high，其间须有概率。",
    en: "Change the limits: low < high, with some probability between them.",
  });
  return distribution;
}

/** Looks up what a quantity takes of an estimate; undefined where there are issues. */
export function readEstimateUse(
  entry: {
    readonly estimate: Spot<string> | undefined;
    readonly within: Spot<readonly number[]> | undefined;
  },
  kind: "input" | "parameter",
  unit: Unit | undefined,
  estimates: Estimates,
  { source, isRewound }: { readonly source: ShapeSource; readonly isRewound: boolean },
): EstimatedDistribution | undefined {
  const spot = entry.estimate;
  if (spot === undefined) return undefined;
  const [id = "", part = ""] = spot.value.split(".");
  if (!estimates.has(id)) {
    source.report(
      spot.at,
      "unknown-estimate",
      { zh: `没有估计 \`${id}\`。`, en: `There is no estimate \`${id}\`.` },
      suggestion(id, estimates.keys(), {
        zh: "请在 `estimates` 中加上它。",
        en: "Add it to `estimates`.",
      }),
    );
  }
  const built = estimates.get(id);
  if (built === undefined)
    return estimates.has(id) && isRewound
      ? { ...notYetKnown(), estimate: { estimate: id, part } }
      : undefined;
  const distribution = partDistribution(built.estimate, part);
  if (distribution === undefined || PER_PERIOD.includes(part) !== (kind === "input")) {
    reportPart(spot, estimateParts(built.estimate), kind, source);
    return undefined;
  }
  checkUnit(spot, built.units.get(part), unit, source);
  const limited = within(distribution, entry.within, source);
  return {
    distribution: limited,
    distributionText: textOf(limited),
    estimate: { estimate: id, part },
  };
}
