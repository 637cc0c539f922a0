import { modelHash } from "../core/model/model-hash.ts";
import { runBacktest } from "../runner/run-backtest.ts";
import { backtestReport } from "./backtest-report.ts";
import { backtestTable } from "./backtest-table.ts";
import type { BacktestCommand } from "./command.ts";
import { loadBacktest } from "./load-backtest.ts";
import { loadPlan } from "./load-files.ts";
import { createNodePool } from "./node-pool.ts";
import { type ExitCode, reportProblems, type Terminal } from "./terminal.ts";

/** Print how a plan's model would have fared in past years. A worker that fails is a defect: it throws. */
export async function backtestCommand(
  command: BacktestCommand,
  terminal: Terminal,
): Promise<ExitCode> {
  const plan = loadPlan(command.plan, terminal.places);
  if (!plan.ok) return reportProblems(plan.problems, terminal);
  const loaded = loadBacktest(plan.value, terminal.places);
  if (!loaded.ok) return reportProblems(loaded.problems, terminal);
  const { draws, seed, format } = command;
  const pool = createNodePool();
  try {
    const outcome = await runBacktest(pool, { ...loaded.value, draws, seed });
    if (outcome.kind === "failed") throw new Error(outcome.message);
    if (outcome.kind === "cancelled") throw new Error("The run was cancelled.");
    const { definition } = plan.value;
    const facts = { definition, version: terminal.version, modelHash: modelHash(definition) };
    const found = { ...outcome.result, ...facts };
    for (const { issues } of found.unreadable) reportProblems(issues, terminal);
    terminal.print(
      format === "json"
        ? `${JSON.stringify(backtestReport(found), undefined, 2)}\n`
        : backtestTable(found, terminal.language),
    );
    return 0;
  } finally {
    pool.close();
  }
}
