import type { CheckResult } from "../core/check/check-result.ts";
import { runChecks } from "../core/check/run-checks.ts";
import { evidenceSentence } from "../core/format/evidence-words.ts";
import { readChecks } from "../core/language/read-checks.ts";
import { readScenario } from "../core/language/read-scenario.ts";
import type { Check } from "../core/model/check.ts";
import type { Definition } from "../core/model/definition.ts";
import { countEvidence } from "../core/model/evidence.ts";
import type { Issue } from "../core/outcome.ts";
import { applyScenario } from "../core/scenario/apply-scenario.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";
import type { CheckCommand } from "./command.ts";
import type { Found } from "./found.ts";
import { loadBacktest } from "./load-backtest.ts";
import { type LoadedPlan, loadFile, loadPlan } from "./load-files.ts";
import { findBacktest, findChecks, scenarioFiles } from "./model-files.ts";
import type { Places } from "./places.ts";
import type { Problem } from "./problem.ts";
import { repairNote } from "./repair-note.ts";
import { type ExitCode, reportProblems, say, type Terminal } from "./terminal.ts";

/** Read a plan with its scenarios and checks, report every problem, and run the checks. */
export function checkCommand(command: CheckCommand, terminal: Terminal): ExitCode {
  const plan = loadPlan(command.plan, terminal.places);
  if (!plan.ok) return reportProblems(plan.problems, terminal);
  const files = loadCompanions(plan.value, terminal.places);
  if (!files.ok) return reportProblems(files.problems, terminal);

  const { scenarios, checks } = files.value;
  noteRepairs(plan.value.definition, scenarios, terminal);
  const results = runChecks(plan.value.definition, scenarios, checks);
  for (const result of results) terminal.print(resultLine(result, terminal));
  const evidence = evidenceSentence(countEvidence(plan.value.definition));
  if (evidence !== undefined) terminal.print(`${say(withEvidence(evidence), terminal)}\n`);
  const failed = results.filter(({ holds }) => !holds).length;
  terminal.print(
    `${say(conclusion(plan.value, scenarios.length, results.length, failed), terminal)}\n`,
  );
  return failed === 0 ? 0 : 2;
}

const withEvidence = ({ zh, en }: Text): Text => ({ zh: `依据：${zh}。`, en: `Evidence: ${en}.` });

/** Tell of repaired correlations: those of the plan, and those of scenarios that change them. */
function noteRepairs(
  definition: Definition,
  scenarios: readonly Scenario[],
  terminal: Terminal,
): void {
  const note = repairNote(definition);
  if (note !== undefined) terminal.print(`! ${say(note, terminal)}\n`);
  for (const scenario of scenarios) {
    const changed = repairNote(applyScenario(definition, scenario));
    if (changed === undefined || changed.en === note?.en) continue;
    terminal.print(`! ${scenario.id}: ${say(changed, terminal)}\n`);
  }
}

interface Companions {
  readonly scenarios: readonly Scenario[];
  readonly checks: readonly Check[];
}

/** A model's scenarios and checks, or the problems of all of them. */
function loadCompanions(plan: LoadedPlan, places: Places): Found<Companions> {
  const problems: (Problem | Issue)[] = [];
  const keep = <T>(found: Found<T>): readonly T[] => {
    if (found.ok) return [found.value];
    problems.push(...found.problems);
    return [];
  };
  const files = scenarioFiles(plan.definition.id, plan.file, places);
  const scenarios = files.flatMap(({ file }) =>
    keep(loadFile(file, places, (text, shown) => readScenario(text, shown, plan.definition))),
  );
  const checksFile = findChecks(plan.file);
  const names = files.map(({ id }) => id);
  const checks =
    checksFile === undefined
      ? []
      : keep(
          loadFile(checksFile, places, (text, shown) =>
            readChecks(text, shown, plan.definition, names),
          ),
        );
  if (findBacktest(plan.file) !== undefined) keep(loadBacktest(plan, places));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { scenarios, checks: checks.flat() } };
}

function resultLine({ claim, holds, found, expected }: CheckResult, terminal: Terminal): string {
  if (holds) return `✓ ${say(claim, terminal)}\n    ${say(found, terminal)}\n`;
  const comparison: Text = {
    zh: `实测：${found.zh}；${expected.zh}`,
    en: `found: ${found.en}; expected: ${expected.en}`,
  };
  return `✗ ${say(claim, terminal)}\n    ${say(comparison, terminal)}\n`;
}

function conclusion(plan: LoadedPlan, scenarios: number, checks: number, failed: number): Text {
  const { id, targets } = plan.definition;
  const holding = checks - failed;
  return {
    zh: `${id}：${targets.length} 项目标，${scenarios} 个情景；${checks} 条检验，${holding} 条成立，${failed} 条不成立。`,
    en: `${id}: ${targets.length} targets, ${scenarios} scenarios; of ${checks} checks ${holding} hold and ${failed} fail.`,
  };
}
