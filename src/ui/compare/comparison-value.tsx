import { formatProbability } from "../../core/format/format-probability.ts";
import type { ProbabilityEstimate } from "../../core/results/summary.ts";
import type { ComparisonCell } from "../../state/comparison.ts";
import { useWords } from "../app-context.ts";
import { Estimate } from "../estimate.tsx";
import { ChangeMark } from "../scoreboard/change-mark.tsx";
import type { CompareMode } from "./compare-view.tsx";

export interface ComparisonValueProps {
  readonly cell: ComparisonCell | undefined;
  readonly mode: CompareMode;
  readonly draws: number;
}

/** A cell: shaded by its probability, or a signed change. */
export function ComparisonValue({ cell, mode, draws }: ComparisonValueProps) {
  if (cell !== undefined && mode === "difference" && cell.change !== undefined) {
    return (
      <td>
        <ChangeMark change={cell.change} />
      </td>
    );
  }
  return <ProbabilityCell estimate={cell?.summary} draws={draws} />;
}

export interface ProbabilityCellProps {
  readonly estimate: ProbabilityEstimate | undefined;
  readonly draws: number;
}

/** A probability on a ground whose strength follows it; the number says the same. */
export function ProbabilityCell({ estimate, draws }: ProbabilityCellProps) {
  const { t } = useWords();
  if (estimate === undefined) {
    return (
      <td class="compare-waiting">
        <span class="visually-hidden">{t.compare.computing}</span>
        <span aria-hidden="true">…</span>
      </td>
    );
  }
  const strength = Math.round(estimate.probability * 34);
  return (
    <td
      class="compare-shaded"
      style={{ "--shade": `${strength}%` }}
      data-probability={formatProbability(estimate)}
    >
      <Estimate estimate={estimate} draws={draws} align="end" />
    </td>
  );
}
