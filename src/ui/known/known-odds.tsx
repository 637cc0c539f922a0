import { ProbabilityBar } from "../../charts/probability-bar.tsx";
import { formatProbability } from "../../core/format/format-probability.ts";
import type { Target } from "../../core/model/definition.ts";
import type { ConditionalEstimate } from "../../core/results/conditional-summary.ts";
import type { ConditionedResult } from "../../state/condition-search.ts";
import { useApp } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { Estimate } from "../estimate.tsx";
import { ChangeMark } from "../scoreboard/change-mark.tsx";
import { usePlace } from "../use-place.ts";
import { useKnownWords } from "./use-known-words.ts";

type Order = "plan" | "change";

interface Row {
  readonly target: Target;
  readonly estimate: ConditionalEstimate;
}

/** All targets before and after. */
export function KnownOdds({ found }: { readonly found: ConditionedResult }) {
  const { k } = useKnownWords();
  const { place, put } = usePlace("known");
  const order: Order = place?.sort ?? "change";
  const { summary, result } = found;
  if (summary === undefined) return null;
  const rows = result.definition.targets.flatMap((target, index): readonly Row[] => {
    const estimate = summary.events[index];
    return estimate === undefined ? [] : [{ target, estimate }];
  });
  const size = ({ estimate }: Row): number => Math.abs(estimate.change.difference);
  const shown = order === "plan" ? rows : rows.toSorted((a, b) => size(b) - size(a));
  const draws = { before: summary.draws, after: Math.round(summary.effectiveDraws) };
  return (
    <section class="known-section">
      <div class="known-section-head">
        <h3>{k.targets}</h3>
        <Choice
          label={k.order}
          value={order}
          options={[
            { value: "change", label: k.orderChange },
            { value: "plan", label: k.orderPlan },
          ]}
          onChange={(sort) => put({ sort: sort === "change" ? undefined : sort })}
        />
      </div>
      <table class="data-table known-odds">
        <thead>
          <tr>
            <th scope="col">{k.target}</th>
            <th scope="col" class="is-number">
              {k.before}
            </th>
            <th scope="col" class="is-number">
              {k.after}
            </th>
            <td class="known-bar" />
            <th scope="col" class="is-number">
              {k.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <OddsRow key={row.target.id} row={row} draws={draws} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface OddsRowProps {
  readonly row: Row;
  readonly draws: { readonly before: number; readonly after: number };
}

function OddsRow({ row: { target, estimate }, draws }: OddsRowProps) {
  const { k, t, say } = useKnownWords();
  const app = useApp();
  const { before, after, change } = estimate;
  return (
    <tr data-target={target.id}>
      <th scope="row">
        <a href={app.href({ view: { kind: "target", id: target.id } })}>{say(target.label)}</a>
      </th>
      <td class="is-number">
        <Estimate estimate={before} draws={draws.before} align="end" />
      </td>
      <td class="is-number">
        <strong>
          <Estimate estimate={after} draws={draws.after} align="end" />
        </strong>
      </td>
      <td class="known-bar">
        <ProbabilityBar
          estimate={after}
          label={`${say(target.label)}${t.colon}${k.after} ${formatProbability(after)}`}
        />
      </td>
      <td class="is-number">
        <ChangeMark change={{ ...change, draws: draws.before }} />
      </td>
    </tr>
  );
}
