import { formatCount } from "../core/format/format-number.ts";
import { compile } from "../core/model/compile.ts";
import type { Definition } from "../core/model/definition.ts";
import { modelHash } from "../core/model/model-hash.ts";
import { withYearlyTargets } from "../core/model/yearly-targets.ts";
import { summarise } from "../core/results/summarise.ts";
import type { Tally } from "../core/results/tally.ts";
import type { YearlyResult } from "../core/results/target-pace.ts";
import type { Text } from "../core/text.ts";
import { type PrecisionOutcome, runToPrecision } from "../runner/run-to-precision.ts";
import type { Runner, RunOutcome, RunRequest } from "../runner/runner.ts";
import type { RunCommand } from "./command.ts";
import { loadPlan } from "./load-files.ts";
import { createNodePool } from "./node-pool.ts";
import { type FinishedRun, runReport } from "./run-report.ts";
import { runTable } from "./run-table.ts";
import { type ExitCode, reportProblems, say, type Terminal } from "./terminal.ts";
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
  noteImprecision(run, terminal);
  terminal.print(
    command.format === "json"
      ? `${JSON.stringify(runReport(run), undefined, 2)}\n`
      : runTable(run, title, terminal.language),
  );
  return 0;
}

async function simulate(
  { draws, precision, seed, method, workers, backend }: RunCommand,
  definition: Definition,
  facts: Pick<FinishedRun, "scenario" | "version" | "modelHash">,
): Promise<FinishedRun> {
  const program = compile(definition);
  const pool = createNodePool(workers, backend);
  try {
    const request = { program, seed, method };
    const run = { definition, program, seed, method, ...facts };
    const yearsOf = (tally: Tally) =>
      simulateYears(definition, pool, { seed, method, draws: tally.draws }, { program, tally });
    if (precision !== undefined) {
      const outcome = done(await runToPrecision(pool, definition, request, precision));
      const { summary, tally, halfWidth: reached } = outcome;
      const years = await yearsOf(tally);
      return { ...run, summary, ...years, precision: { wanted: precision.halfWidth, reached } };
    }
    const { tally } = done(await pool.run({ ...request, draws }));
    return { ...run, summary: summarise(definition, program, tally), ...(await yearsOf(tally)) };
  } finally {
    pool.close();
  }
}

/** The same draws with targets asked of every year; nothing where there is one period. */
async function simulateYears(
  definition: Definition,
  pool: Runner,
  request: Omit<RunRequest, "program">,
  quantities: Pick<YearlyResult, "program" | "tally">,
): Promise<Pick<FinishedRun, "years">> {
  if (definition.periods.length < 2) return {};
  const asked = withYearlyTargets(definition);
  const program = compile(asked, "targets");
  const { tally } = done(await pool.run({ ...request, program }));
  return { years: { program, tally, quantities, summary: summarise(asked, program, tally) } };
}

/** A run that was done; throws for any other. */
function done<Outcome extends RunOutcome | PrecisionOutcome>(
  outcome: Outcome,
): Extract<Outcome, { readonly kind: "done" }> {
  if (outcome.kind === "cancelled") throw new Error("The run was cancelled.");
  if (outcome.kind === "failed") throw new Error(outcome.message);
  return outcome as Extract<Outcome, { readonly kind: "done" }>;
}

/** Tell on standard error that the greatest number of draws came before the precision. */
function noteImprecision({ precision, summary }: FinishedRun, terminal: Terminal): void {
  if (precision === undefined || precision.reached <= precision.wanted) return;
  const draws = formatCount(summary.draws);
  const [wanted, reached] = [precision.wanted, precision.reached.toPrecision(2)];
  const note: Text = {
    zh: `注意：${draws} 次抽样后最宽的95%区间是 ±${reached}，未达到 ±${wanted}；可提高 --max-draws。`,
    en: `Note: after ${draws} draws the widest 95% interval is ±${reached}, not ±${wanted}; raise --max-draws.`,
  };
  terminal.complain(`${say(note, terminal)}\n`);
}
