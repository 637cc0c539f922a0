import type { TypedDistribution } from "../core/language/read-distribution.ts";
import type { PlanOptions } from "../core/language/read-plan.ts";
import type { ParameterNames } from "../core/language/write-scenario.ts";
import type { Definition } from "../core/model/definition.ts";
import { modelHash } from "../core/model/model-hash.ts";
import type { Observation } from "../core/model/series.ts";
import type { Issue, Outcome } from "../core/outcome.ts";
import { laterFigures } from "../core/results/actual-value.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";
import { BASELINE, type PlanFiles, type PlanState, type SourceFile } from "./plan.ts";

/** The part of the model language that turns texts into data and back; loaded only when it is needed. */
export interface PlanReader {
  readPlan(text: string, file: string, options: PlanOptions): Outcome<Definition>;
  readScenario(text: string, file: string, definition: Definition): Outcome<Scenario>;
  /** A scenario as the file that `readScenario` reads. */
  writeScenario(scenario: Scenario, model: ParameterNames): string;
  /** Every row of a table of past figures. */
  readHistoryTable(text: string, file: string): { readonly observations: readonly Observation[] };
  readTitle(text: string): Text | undefined;
  /** What a user types as a distribution. */
  parseDistributionText(text: string): TypedDistribution;
}

/** What reading a plan with its scenarios and its table takes. */
type PlanFileReader = Pick<PlanReader, "readPlan" | "readScenario" | "readHistoryTable">;

/**
 * Reads a plan and its scenarios. Scenarios with problems are left out and their problems kept.
 * @param loadScenarios gives the scenario files for a model's id
 */
export async function readPlanFile(
  reader: PlanFileReader,
  key: string,
  files: PlanFiles,
  loadScenarios: (modelId: string) => Promise<readonly SourceFile[]>,
): Promise<PlanState> {
  const { plan: source, history } = files;
  const read = reader.readPlan(source.text, source.file, { history });
  if (!read.ok) return { kind: "invalid", key, source, history, issues: read.issues };
  const definition = read.value;
  const scenarios: Scenario[] = [];
  const scenarioIssues: Issue[] = [];
  for (const { file, text } of await loadScenarios(definition.id)) {
    const outcome = reader.readScenario(text, file, definition);
    if (outcome.ok) scenarios.push(outcome.value);
    else scenarioIssues.push(...outcome.issues);
  }
  return {
    kind: "ready",
    plan: {
      key,
      loadFiles: async () => files,
      definition,
      later: history === undefined ? [] : laterRows(reader, history, definition),
      hash: modelHash(definition),
      scenarios: withBaseline(scenarios, definition),
      scenarioIssues,
    },
  };
}

function laterRows(
  { readHistoryTable }: PlanFileReader,
  { text, file }: SourceFile,
  { plan }: Definition,
): readonly Observation[] {
  return laterFigures(readHistoryTable(text, file).observations, plan.date);
}

function withBaseline(scenarios: readonly Scenario[], definition: Definition): Scenario[] {
  const baseline = scenarios.find((scenario) => scenario.id === BASELINE);
  const others = scenarios.filter((scenario) => scenario.id !== BASELINE);
  return [
    baseline ?? impliedBaseline(definition),
    ...others.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  ];
}

function impliedBaseline(definition: Definition): Scenario {
  return {
    id: BASELINE,
    model: definition.id,
    title: { zh: "基准情景", en: "Baseline" },
    story: {
      zh: "模型文件中的假设，不作改动。",
      en: "The assumptions as they stand in the model file.",
    },
    order: 0,
    changes: [],
  };
}
