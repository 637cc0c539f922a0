import type { Definition } from "../model/definition.ts";
import { distributionProblem } from "../sampling/distribution-problem.ts";
import { applyScenario } from "../scenario/apply-scenario.ts";
import type { Change } from "../scenario/scenario.ts";
import type { Text } from "../text.ts";
import type { PlacedCorrelation } from "./correlation-check.ts";
import { readDistribution } from "./distribution-field.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import { readMembers } from "./plan-copulas.ts";
import { readPair, reportConflicts } from "./plan-correlations.ts";
import { nameTableOf } from "./plan-names.ts";
import type { ChangeEntry } from "./scenario-shape.ts";
import type { ShapeSource, Spot } from "./shape.ts";

type Kind = "input" | "parameter";

const KINDS: Readonly<Record<Kind, Text>> = {
  input: { zh: "假设", en: "input" },
  parameter: { zh: "参数", en: "parameter" },
};

/** The name of the quantity that a change is about; undefined where there is none of its kind. */
function readName(
  spot: Spot<string>,
  kind: Kind,
  definition: Definition,
  source: ShapeSource,
): string | undefined {
  const table = nameTableOf(definition).quantities;
  const facts = table.get(spot.value);
  if (facts?.kind === kind) return spot.value;
  const known = [...table].filter(([, f]) => f.kind === kind).map(([name]) => name);
  const what = KINDS[kind];
  const isOther = facts !== undefined && facts.kind !== "indicator";
  const remedy =
    facts?.kind === "indicator"
      ? {
          zh: "指标由方程决定；请改它背后的假设。",
          en: "Equations decide indicators; change the inputs behind it.",
        }
      : { zh: "请写模型里有的名称。", en: "Write a name that the model has." };
  source.report(
    spot.at,
    "unknown-name",
    {
      zh: `模型里没有${what.zh} \`${spot.value}\`。`,
      en: `The model has no ${what.en} \`${spot.value}\`.`,
    },
    isOther
      ? {
          zh: `它在模型里是${KINDS[facts.kind as Kind].zh}：请改用 \`${facts.kind}:\`。`,
          en: `The model has it as ${facts.kind}: write \`${facts.kind}:\`.`,
        }
      : suggestion(spot.value, known, remedy),
  );
  return undefined;
}

function readMove(
  entry: ChangeEntry,
  name: string,
  why: Text,
  source: ShapeSource,
): Change | undefined {
  const { shift, scale, spread, fix } = entry;
  const written = readDistribution(entry.distribution, source);
  if (written !== undefined) return { kind: "distribution", name, ...written, why };
  if (shift !== undefined) return { kind: "shift", name, by: shift, why };
  if (scale !== undefined) return { kind: "scale", name, factor: scale.value, why };
  if (spread !== undefined) return { kind: "spread", name, factor: spread.value, why };
  return fix === undefined ? undefined : { kind: "fix", name, value: fix, why };
}

function readTolerance(
  spot: Spot<string>,
  tolerance: number,
  why: Text,
  definition: Definition,
  source: ShapeSource,
): Change | undefined {
  const target = definition.targets.find(({ id }) => id === spot.value);
  const tolerant = definition.targets.filter(({ relation }) => "tolerance" in relation);
  if (target !== undefined && tolerant.includes(target)) {
    return { kind: "tolerance", target: spot.value, tolerance, why };
  }
  const ids = tolerant.map(({ id }) => id);
  const list = nameList(ids);
  source.report(
    spot.at,
    target === undefined ? "unknown-target" : "no-tolerance",
    target === undefined
      ? {
          zh: `模型里没有目标 \`${spot.value}\`。`,
          en: `The model has no target \`${spot.value}\`.`,
        }
      : {
          zh: `目标 \`${spot.value}\` 的关系 \`${target.relation.kind}\` 没有容差。`,
          en: `The target \`${spot.value}\` has no tolerance: its relation is \`${target.relation.kind}\`.`,
        },
    suggestion(spot.value, target === undefined ? ids : [], {
      zh: `有容差的目标：${list.zh || "无"}。`,
      en: `Targets with a tolerance: ${list.en || "none"}.`,
    }),
  );
  return undefined;
}

/** `definition` is the model with the changes before this one. */
function readChange(
  entry: ChangeEntry,
  definition: Definition,
  source: ShapeSource,
): Change | undefined {
  const { input, parameter, correlation, rank, target, tolerance, why } = entry;
  const named = input ?? parameter;
  const between = correlation && readPair(correlation, nameTableOf(definition), source);
  const name =
    named && readName(named, input === undefined ? "parameter" : "input", definition, source);
  if (named !== undefined && name === undefined) readDistribution(entry.distribution, source);
  if (why === undefined) return undefined;
  if (between !== undefined && rank !== undefined)
    return { kind: "correlation", between, rank, why };
  if (entry.student_t !== undefined) {
    const { student_t: df, of, anchor } = entry;
    const correlated = new Set(definition.correlations.flatMap((pair) => pair.between));
    const names = readMembers(of, anchor, correlated, source);
    return { kind: "copula", df, ...(names && { of: names }), why };
  }
  if (target !== undefined && tolerance !== undefined) {
    return readTolerance(target, tolerance, why, definition, source);
  }
  return name === undefined ? undefined : readMove(entry, name, why, source);
}

/** Whether the quantity that a change moves is still possible afterwards. */
function checkMoved(
  entry: ChangeEntry,
  change: Change,
  before: Definition,
  after: Definition,
  source: ShapeSource,
): void {
  if (!("name" in change)) return;
  const find = ({ inputs, parameters }: Definition) =>
    [...inputs, ...parameters].find(({ id }) => id === change.name)?.distribution;
  const was = find(before);
  const is = find(after);
  const at = entry.scale?.at ?? entry.spread?.at ?? entry.anchor;
  if (change.kind === "spread" && was?.kind === "constant") {
    source.report(
      at,
      "not-uncertain",
      {
        zh: `\`${change.name}\` 是固定值，没有可放宽或收窄的分布。`,
        en: `\`${change.name}\` is fixed: there is nothing to widen or narrow.`,
      },
      {
        zh: "请改用 `distribution:`、`shift:` 或 `fix:`。",
        en: "Use `distribution:`, `shift:` or `fix:`.",
      },
    );
  }
  const problem = is === undefined ? undefined : distributionProblem(is);
  if (problem === undefined) return;
  source.report(at, "impossible-parameters", problem, {
    zh: "请改这一项的数值。",
    en: "Change the number of this change.",
  });
}

function checkCorrelations(
  entries: readonly ChangeEntry[],
  definition: Definition,
  source: ShapeSource,
): void {
  if (definition.correlationRepair !== undefined) return;
  const copula = entries.findLast(({ student_t }) => student_t !== undefined);
  const isPlaced = entries.some(({ correlation }) => correlation !== undefined);
  const elsewhere = isPlaced ? 0 : (copula?.anchor ?? 0);
  const places = new Map(
    entries.map(({ correlation, anchor }) => [
      (correlation ?? [])
        .map((name) => name.value)
        .sort()
        .join(" ~ "),
      correlation?.[0]?.at ?? anchor,
    ]),
  );
  const placed: readonly PlacedCorrelation[] = definition.correlations.map(({ between, rank }) => ({
    between,
    rank,
    at: places.get([...between].sort().join(" ~ ")) ?? elsewhere,
  }));
  reportConflicts(placed, definition.copulas ?? [], source);
}

/** A change with the entry that it was read from. */
export interface ReadChange<E extends ChangeEntry> {
  readonly entry: E;
  readonly change: Change;
}

/**
 * Reads changes made one after the other, and checks that the model is still valid after each; those with mistakes
 * are left out.
 */
export function readChanges<E extends ChangeEntry>(
  entries: readonly E[],
  definition: Definition,
  source: ShapeSource,
): readonly ReadChange<E>[] {
  const changes: ReadChange<E>[] = [];
  let changed = definition;
  for (const entry of entries) {
    const change = readChange(entry, changed, source);
    if (change === undefined) continue;
    const before = changed;
    const texts = { title: change.why, story: change.why };
    changed = applyScenario(before, { id: "", model: "", order: 0, ...texts, changes: [change] });
    checkMoved(entry, change, before, changed, source);
    changes.push({ entry, change });
  }
  checkCorrelations(entries, changed, source);
  return changes;
}
