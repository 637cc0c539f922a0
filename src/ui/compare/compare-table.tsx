import "./compare-table.css";
import { formatNumber } from "../../core/format/format-number.ts";
import type { JointSummary, ProbabilityEstimate } from "../../core/results/summary.ts";
import type { ComparisonColumn, ComparisonRow } from "../../state/comparison.ts";
import { headlineSet } from "../../state/headline-set.ts";
import { summariseHitCount } from "../../state/hit-count.ts";
import { useApp, useWords } from "../app-context.ts";
import { ScrollRegion } from "../controls/scroll-region.tsx";
import { CompareColumnHead } from "./compare-column-head.tsx";
import type { CompareMode } from "./compare-view.tsx";
import { ComparisonValue, ProbabilityCell } from "./comparison-value.tsx";

export interface CompareTableProps {
  readonly columns: readonly ComparisonColumn[];
  readonly rows: readonly ComparisonRow[];
  readonly mode: CompareMode;
  readonly picked: readonly string[];
  readonly onPick: (id: string) => void;
}

/** Targets by scenario: probability, or change against the baseline. */
export function CompareTable(props: CompareTableProps) {
  const { t } = useWords();
  const app = useApp();
  const { columns, rows } = props;
  const active = app.route.value.scenario;
  const state = app.plan.value;
  const sections = state.kind === "ready" ? state.plan.definition.sections : [];
  const headline = headlineSet(rows.map(({ target }) => target));
  return (
    <ScrollRegion label={t.compare.title} isWide>
      <table class="compare-table" style={{ "--columns": columns.length }}>
        <thead>
          <tr>
            <th scope="col" class="compare-target">
              {t.compare.target}
            </th>
            {columns.map(({ scenario, result }) => (
              <CompareColumnHead
                key={scenario.id}
                scenario={scenario}
                isActive={scenario.id === active}
                isReady={result !== undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <JointRow
            columns={columns}
            set={headline}
            label={headline === "binding" ? t.summary.allBinding : t.summary.allTargets}
          />
          <CountRow columns={columns} />
        </tbody>
        {sections.map((section) => (
          <SectionRows
            key={section.id}
            {...props}
            label={section.label}
            rows={rows.filter(({ target }) => target.section === section.id)}
          />
        ))}
      </table>
    </ScrollRegion>
  );
}

interface SectionRowsProps extends CompareTableProps {
  readonly label: { readonly zh: string; readonly en: string };
}

function SectionRows({ label, columns, rows, mode, picked, onPick }: SectionRowsProps) {
  const { t, say } = useWords();
  const app = useApp();
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr class="compare-section-row">
        <th scope="rowgroup" colSpan={columns.length + 1}>
          <span>{say(label)}</span>
        </th>
      </tr>
      {rows.map((row) => {
        const name = say(row.target.label);
        return (
          <tr key={row.target.id}>
            <th scope="row" class="compare-target compare-pickable">
              <label class="compare-pick">
                <input
                  type="checkbox"
                  checked={picked.includes(row.target.id)}
                  aria-label={t.compare.pick(name)}
                  title={t.compare.pick(name)}
                  onChange={() => onPick(row.target.id)}
                />
              </label>
              <a href={app.href({ view: { kind: "target", id: row.target.id } })}>{name}</a>
            </th>
            {row.cells.map((cell, index) => (
              <ComparisonValue
                key={columns[index]?.scenario.id}
                cell={cell}
                mode={mode}
                draws={columns[index]?.result?.draws ?? 0}
              />
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}

interface JointRowProps {
  readonly columns: readonly ComparisonColumn[];
  readonly set: JointSummary["set"];
  readonly label: string;
}

function JointRow({ columns, set, label }: JointRowProps) {
  const estimates = columns.map(({ result }): ProbabilityEstimate | undefined =>
    result?.summary.joint.find((joint) => joint.set === set),
  );
  return (
    <tr class="compare-total">
      <th scope="row" class="compare-target">
        {label}
      </th>
      {estimates.map((estimate, index) => (
        <ProbabilityCell
          key={columns[index]?.scenario.id}
          estimate={estimate}
          draws={columns[index]?.result?.draws ?? 0}
        />
      ))}
    </tr>
  );
}

function CountRow({ columns }: { readonly columns: readonly ComparisonColumn[] }) {
  const { t } = useWords();
  return (
    <tr class="compare-total">
      <th scope="row" class="compare-target">
        {t.compare.count}
      </th>
      {columns.map(({ scenario, result }) => (
        <td key={scenario.id}>
          {result === undefined
            ? "…"
            : formatNumber(summariseHitCount(result.summary.hitCount).mean, 1)}
        </td>
      ))}
    </tr>
  );
}
