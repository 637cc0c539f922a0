import "./compare-view.css";
import {
  alikeResults,
  biggestMovers,
  comparedScenarios,
  comparisonColumns,
  comparisonRows,
} from "../../state/comparison.ts";
import { BASELINE } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { Skeleton } from "../page/skeleton.tsx";
import { RunFailure } from "../problems/run-failure.tsx";
import { usePlace } from "../use-place.ts";
import { BetweenScenarios } from "./between-scenarios.tsx";
import { CompareDownload } from "./compare-download.tsx";
import { CompareTable } from "./compare-table.tsx";
import { Distributions } from "./distributions.tsx";
import { ScenarioChanges } from "./scenario-changes.tsx";
import { ScenarioChoice } from "./scenario-choice.tsx";
import { ScenarioDots } from "./scenario-dots.tsx";

/** What the cells of the comparison show. */
export type CompareMode = "probability" | "difference";

const MOVERS = 8;

/** All named scenarios side by side, on the same random numbers. */
export function CompareView() {
  const { t } = useWords();
  const app = useApp();
  const { place, put } = usePlace("compare");
  const state = app.plan.value;
  if (state.kind !== "ready") return null;
  const mode: CompareMode = place?.show ?? "probability";
  const ids = state.plan.definition.targets.map(({ id }) => id);
  const picked = ids.filter((id) => place?.pick?.includes(id));
  const setPicked = (pick: readonly string[]) =>
    put({ pick: pick.length === 0 ? undefined : pick });
  const scenarios = comparedScenarios(state.plan, place?.only);
  const columns = comparisonColumns(scenarios, app.results.value);
  if (columns.every(({ result }) => result === undefined)) {
    return app.status.value.kind === "failed" ? <RunFailure /> : <Skeleton />;
  }
  const rows = comparisonRows(state.plan, columns, app.results.value.get(BASELINE));
  const shownIds = picked.length > 0 ? picked : biggestMovers(rows, MOVERS);
  const alike = alikeResults(columns);
  const [widest] = biggestMovers(rows, 1);
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  return (
    <div class="compare">
      <RunFailure />
      <header class="compare-head">
        <div>
          <h2>{t.compare.title}</h2>
          <p class="quiet">{t.compare.lead}</p>
        </div>
        <Choice
          label={t.compare.show}
          value={mode}
          options={[
            { value: "probability", label: t.compare.probability },
            { value: "difference", label: t.compare.difference },
          ]}
          onChange={(next) => put({ show: next === "probability" ? undefined : next })}
        />
        <CompareDownload columns={columns} rows={rows} />
      </header>
      <ScenarioChoice plan={state.plan} chosen={scenarios} />
      <CompareTable columns={columns} rows={rows} mode={mode} picked={picked} onPick={toggle} />
      <ScenarioDots
        plan={state.plan}
        columns={columns}
        ids={shownIds}
        isPicked={picked.length > 0}
        onReset={() => setPicked([])}
      />
      {widest !== undefined && alike.length > 0 && (
        <Distributions plan={state.plan} results={alike} target={widest} />
      )}
      <BetweenScenarios plan={state.plan} scenarios={scenarios} />
      <ScenarioChanges plan={state.plan} scenarios={scenarios} />
    </div>
  );
}
