import { HISTORY_COLUMNS } from "../language/history-row.ts";
import { placeholderOf } from "./placeholder.ts";
import { type StarterFacts, starterPlan } from "./starter-plan.ts";
import { yamlTexts } from "./yaml-text.ts";

/** A file of a starter; the path is relative to the folder that holds `models` and `scenarios`. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** All files of a model that can be checked and run at once, and that a planner goes on from. */
export function starterFiles(facts: StarterFacts): readonly StarterFile[] {
  const { id } = facts;
  return [
    { path: `models/${id}/plan.yaml`, text: starterPlan(facts) },
    { path: `models/${id}/history.csv`, text: `${HISTORY_COLUMNS.join(",")},note\n` },
    { path: `models/${id}/checks.yaml`, text: starterChecks(facts) },
    { path: `scenarios/${id}/baseline.yaml`, text: starterBaseline(facts) },
  ];
}

function starterChecks({ id, targets }: StarterFacts): string {
  const [first] = targets;
  if (first === undefined) throw new Error("A starter has one target at least.");
  const byId = new Map(targets.map((target) => [target.id, target]));
  const { centre, spread } = placeholderOf(first, byId);
  const [low, high] = [centre - 2 * spread, centre + 2 * spread].map((x) =>
    Number(x.toPrecision(6)),
  );
  const claim = {
    zh: `${first.label.zh}的中位数在合理的范围内`,
    en: `The middle case of ${first.label.en} is plausible`,
  };
  return `# 模型应当满足的论断，planodds check 逐条检验。请按你所知的改写，并为每个重要指标和每个情景各写几条。
# Claims that the model must fulfil; planodds check runs them. Write what you know of each important
# indicator and scenario; models/README.md shows all kinds.
planodds_checks: 1
model: ${id}
checks:
  - claim: ${yamlTexts(claim)}
    statistic: { of: ${first.id}, is: median, between: [${low}, ${high}] }
`;
}

function starterBaseline({ id }: StarterFacts): string {
  return `# 基准情景不改动模型。别的情景另存为本文件夹中的文件，用 changes 写明改动和理由。
# The baseline changes nothing. Put other scenarios into files of this folder; changes say what and why.
planodds_scenario: 1
id: baseline
model: ${id}
order: 0
title: { zh: 基准情景, en: Baseline }
story: { zh: 按计划发布时所知的情况。, en: As things were known when the plan came out. }
changes: []
`;
}
