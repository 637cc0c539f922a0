import { compile } from "../core/model/compile.ts";
import type { Definition } from "../core/model/definition.ts";
import { modelHash } from "../core/model/model-hash.ts";
import { summarise } from "../core/results/summarise.ts";
import type { RunCommand } from "./command.ts";
import { loadPlan } from "./load-files.ts";
import { createNodePool } from "./node-pool.ts";
import { type FinishedRun, runReport } from "./run-report.ts";
import { runTable } from "./run-table.ts";
import { type ExitCode, reportProblems, type Terminal } from "./terminal.ts";
import { underScenario } from "./under-scenario.ts";

/** Simulate a plan under a scenario and print the report. A worker that fails is a defect: it throws. */
export async function runCommand(command: RunCommand, terminal: Terminal): Promise<ExitCode> {
  const plan = loadPlan(command.plan, terminal.places);
  if (!plan.ok) return reportProblems(plan.problems, terminal);
  const scenario = underScenario(command.scenario, plan.value, terminal);
  if (!scenario.ok) return reportProblems(scenario.problems, terminal);

  const { definition, id, title } = scenario.value;
  const run = await simulate(command, definition, {
    scenario: id,
    version: terminal.version,
    modelHash: modelHash(plan.value.definition),
  });
  terminal.print(
    command.format === "json"
      ? `${JSON.stringify(runReport(run), undefined, 2)}\n`
      : runTable(run, title, terminal.language),
  );
  return 0;
}

async function simulate(
  { draws, seed, workers, backend }: RunCommand,
  definition: Definition,
  facts: Pick<FinishedRun, "scenario" | "version" | "modelHash">,
): Promise<FinishedRun> {
  const program = compile(definition);
  const pool = createNodePool(workers, backend);
  try {
    const outcome = await pool.run({ program, draws, seed });
    if (outcome.kind === "cancelled") throw new Error("The run was cancelled.");
    if (outcome.kind === "failed") throw new Error(outcome.message);
    const summary = summarise(definition, program, outcome.tally);
    return { definition, program, summary, seed, ...facts };
  } finally {
    pool.close();
  }
}
