import { RELATION_VARIANTS } from "../language/relation-shapes.ts";
import { lastValue, type Placeholder, placeholderOf } from "./placeholder.ts";
import { assumedName, lineName } from "./read-target-table.ts";
import type { TableTarget } from "./table-target.ts";
import { commentText, yamlTexts } from "./yaml-text.ts";

/** What a starter is made of. */
export interface StarterFacts {
  /** Identifier of the model and name of its folder. */
  readonly id: string;
  readonly title: string;
  /** ISO date of the plan. */
  readonly date: string;
  /** The first year that the plan is about. */
  readonly firstYear: number;
  /** At least one, none before the first year. */
  readonly targets: readonly TableTarget[];
}

const PLACEHOLDER =
  "{ judgement: { zh: 占位，请换成依据, en: Placeholder; put the evidence here } }";

/** A commented plan file that can be run: one assumption, one indicator and one target for each row. */
export function starterPlan(facts: StarterFacts): string {
  return [
    ...headLines(facts),
    "",
    ...sectionLines(facts),
    "",
    ...inputLines(facts),
    "",
    ...indicatorLines(facts),
    "",
    ...targetLines(facts),
    "",
  ].join("\n");
}

/** The plan's years: from the first one to the last that a target speaks of. */
export function yearsOf({ firstYear, targets }: StarterFacts): readonly number[] {
  const last = Math.max(firstYear, ...targets.map(({ period }) => period ?? firstYear));
  return Array.from({ length: last - firstYear + 1 }, (_, i) => firstYear + i);
}

function headLines(facts: StarterFacts): readonly string[] {
  const { id, title, date } = facts;
  const both = yamlTexts({ zh: title, en: title });
  return [
    "# yaml-language-server: $schema=../plan.schema.json",
    "# 由 planodds new 生成的起步模型：每个目标的假设都是占位，概率还不说明任何事。",
    "# 下一步：1. 改好标题、发布机关和文号；2. 逐个换掉占位的分布，写明出处；",
    "#   3. 用方程把指标连起来，让它们受共同的因素影响；4. 把往年数据写进 history.csv；",
    "#   5. 在 checks.yaml 写下模型应当满足的论断；6. 每改一步就运行 planodds check。格式见 models/README.md。",
    "# A starter written by planodds new: each target rests on a placeholder, so its odds mean nothing yet.",
    "# Next: 1. put the title, issuer and document number right; 2. replace the placeholders one by one and cite",
    "#   sources; 3. join the indicators by equations, so that common causes move them together; 4. put past",
    "#   figures into history.csv; 5. write what the model must fulfil into checks.yaml; 6. run planodds check",
    "#   after each step. models/README.md documents the format.",
    "planodds: 1",
    `id: ${id}`,
    `title: ${both}`,
    "summary: { zh: 起步模型，尚待填写。, en: A starter that waits to be filled in. }",
    "plan:",
    "  place: { zh: 待填, en: To be filled in }",
    "  issuer: { zh: 待填, en: To be filled in }",
    "  document: 待填",
    `  date: ${date}`,
    `periods: [${yearsOf(facts).join(", ")}]`,
    "",
    "# 可引用的文献与数据：source 用 cite 引用这里的键。",
    "# Documents and data to cite: a source names a key of these.",
    "references:",
    `  plan: { title: ${both}, published: ${date} }`,
  ];
}

/** Sections by what the table writes, with the keys they get. */
function sectionKeys(targets: readonly TableTarget[]): ReadonlyMap<string | undefined, string> {
  const names = [...new Set(targets.map(({ section }) => section))];
  const isKey = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name);
  return new Map(
    names.map((name, i) => [name, name !== undefined && isKey(name) ? name : `section_${i + 1}`]),
  );
}

function sectionLines({ targets }: StarterFacts): readonly string[] {
  const lines = [...sectionKeys(targets)].map(([name, key]) => {
    const text = { zh: name ?? "目标", en: name ?? "Targets" };
    return `  ${key}: ${yamlTexts(text)}`;
  });
  return [
    "sections: # 目标的章节 · of targets",
    ...lines,
    "groups: # 假设的分组 · of inputs",
    "  placeholders: { zh: 待替换的占位假设, en: Placeholders to replace }",
  ];
}

/** Whether a target is compared with something that the table does not tell. */
function needsLine({ relation, value, reference }: TableTarget): boolean {
  if (relation === "as_assigned") return value === undefined;
  return (
    reference === undefined && RELATION_VARIANTS[relation].needs?.includes("reference") === true
  );
}

function inputLines({ targets }: StarterFacts): readonly string[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  return [
    "# 假设。normal(均值, 标准差) 只是占位：请换成有依据的分布；可由规划部门左右的，加 lever: true。",
    "# 若干目标受同一因素影响时，把那个因素写成一个假设，再用方程推出各指标，而不是各写一个。",
    "# Assumptions. normal(mean, sd) is a placeholder: write a distribution with evidence; lever: true where",
    "# planners can move it. What moves several targets is best one assumption here, and equations below.",
    "inputs:",
    ...targets.flatMap((target) => placeholderInputs(target, placeholderOf(target, byId))),
  ];
}

/** The assumption behind a target's indicator, and where the table names none, what it is compared with. */
function placeholderInputs(
  target: TableTarget,
  { centre, spread }: Placeholder,
): readonly string[] {
  const { id, label, unit } = target;
  const entry = (name: string, zh: string, en: string): readonly string[] => [
    `  ${name}:`,
    `    label: ${yamlTexts({ zh, en })}`,
    `    unit: ${JSON.stringify(unit)}`,
    "    group: placeholders",
    `    distribution: normal(${centre}, ${spread}) # 占位 · placeholder`,
    `    source: ${PLACEHOLDER}`,
  ];
  const assumed = entry(assumedName(id), `${label.zh}（占位）`, `${label.en} (placeholder)`);
  if (!needsLine(target)) return assumed;
  const compared = `What ${label.en} is compared with (placeholder)`;
  return [...assumed, ...entry(lineName(id), `${label.zh}的对照值（占位）`, compared)];
}

function indicatorLines(facts: StarterFacts): readonly string[] {
  return [
    "# 指标。占位的方程只照抄假设；请改成真正的关系，例如：",
    "# Indicators. The placeholder equations repeat the assumption; write real relations, for instance:",
    "#   equation: export_share * external_demand + return_on_investment * investment",
    "indicators:",
    ...facts.targets.flatMap((target) => indicatorEntry(target, facts)),
  ];
}

function indicatorEntry(target: TableTarget, { firstYear }: StarterFacts): readonly string[] {
  const { id, label, unit, relation, value, better, note, period = firstYear } = target;
  const comparesWithLast = relation === "stable" || (relation === "rising" && value === undefined);
  const decides = relation === "point" || relation === "about" || relation === "as_assigned";
  const doubt =
    better === undefined && decides ? " # 请核对好的方向 · check the good direction" : "";
  return [
    `  ${id}:`,
    ...(note === undefined ? [] : [`    # ${commentText(note)}`]),
    `    label: ${yamlTexts(label)}`,
    `    unit: ${JSON.stringify(unit)}`,
    `    better: ${better ?? "higher"}${doubt}`,
    `    equation: ${assumedName(id)}`,
    `    source: ${PLACEHOLDER}`,
    ...(comparesWithLast && period === firstYear
      ? [
          "    history: # 占位：与上年比较，需要上年的值 · placeholder: compared with last year's value",
          `      values: { ${firstYear - 1}: ${lastValue(target)} }`,
          `      source: ${PLACEHOLDER}`,
        ]
      : []),
  ];
}

function targetLines(facts: StarterFacts): readonly string[] {
  return [
    "# 目标，按表中的顺序。各种关系何时成立，见 models/README.md。",
    "# Targets, in the order of the table. models/README.md says when each relation holds.",
    "targets:",
    ...facts.targets.flatMap((target) => targetEntry(target, facts)),
  ];
}

function targetEntry(target: TableTarget, facts: StarterFacts): readonly string[] {
  const { id, wording, relation, commitment, section, period = facts.firstYear } = target;
  const numbers = (["value", "low", "high", "stretch"] as const).flatMap((key) =>
    target[key] === undefined ? [] : [`    ${key}: ${target[key]}`],
  );
  return [
    `  - id: ${id}`,
    ...(yearsOf(facts).length > 1 ? [`    period: ${period}`] : []),
    `    section: ${sectionKeys(facts.targets).get(section)}`,
    `    wording: ${yamlTexts(wording)}`,
    `    relation: ${relation}`,
    ...numbers,
    ...lineLines(target, facts),
    ...toleranceLines(target, facts),
    `    commitment: ${commitment}`,
    "    source: { cite: plan }",
  ];
}

function lineLines(target: TableTarget, { targets }: StarterFacts): readonly string[] {
  const { id, relation, reference } = target;
  const key = relation === "as_assigned" ? "value" : "reference";
  if (needsLine(target)) return [`    ${key}: ${lineName(id)} # 占位 · placeholder`];
  if (reference === undefined) return [];
  const isName = targets.some((other) => other.id === reference);
  return [`    reference: ${isName ? reference : Number(reference)}`];
}

function toleranceLines(target: TableTarget, { targets }: StarterFacts): readonly string[] {
  if (target.tolerance !== undefined) return [`    tolerance: ${target.tolerance}`];
  if (RELATION_VARIANTS[target.relation].needs?.includes("tolerance") !== true) return [];
  const byId = new Map(targets.map((each) => [each.id, each]));
  const half = Number((placeholderOf(target, byId).spread / 2).toPrecision(1));
  return [`    tolerance: ${half} # 占位 · placeholder`];
}
