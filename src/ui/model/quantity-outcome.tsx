import { fanSpec } from "../../charts/fan-spec.ts";
import { quantitySubject } from "../../charts/fan-subject.ts";
import { decimalsFor } from "../../core/format/format-number.ts";
import { formatQuantity } from "../../core/format/format-quantity.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";
import type { Quantity } from "../text/find-quantity.ts";

export interface QuantityOutcomeProps {
  readonly quantity: Quantity;
  /** With all quantities of all periods. */
  readonly horizon: ScenarioResult;
}

/** Whether a result says something of a quantity that its distribution or equation does not. */
export function hasOutcome({ summary }: ScenarioResult, name: string): boolean {
  return summary.columns.some(
    (column) => (column.name === name || column.name.startsWith(`${name}@`)) && column.sd > 0,
  );
}

/** What the draws make of a quantity: median and range, or a fan chart where there are several years. */
export function QuantityOutcome({ quantity, horizon }: QuantityOutcomeProps) {
  const { t, language } = useWords();
  const app = useApp();
  const state = app.plan.value;
  const { id, unit } = quantity.item;
  if (quantity.kind !== "parameter" && state.kind === "ready") {
    const run = runResultOf(horizon, state.plan, app.version);
    const subject = quantitySubject(run, id, language);
    if (subject !== undefined) {
      return <AppChart spec={fanSpec(run, subject, language)} height={180} />;
    }
  }
  const period = horizon.definition.periods.at(-1);
  const column = horizon.summary.columns.find(
    ({ name }) => name === `${id}@${period}` || name === id,
  );
  if (column === undefined) return null;
  const decimals = decimalsFor(column.sd, 2);
  const write = (value: number) => formatQuantity(value, unit, language, decimals);
  return <>{t.card.herePattern(write(column.p50), write(column.p10), write(column.p90))}</>;
}
