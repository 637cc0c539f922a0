import { useMemo } from "preact/hooks";
import { scenarioDotsSpec } from "../../charts/scenario-dots-spec.ts";
import { alikeResults, type ComparisonColumn } from "../../state/comparison.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";

export interface ScenarioDotsProps {
  readonly plan: Plan;
  readonly columns: readonly ComparisonColumn[];
  /** Targets shown. */
  readonly ids: readonly string[];
  readonly isPicked: boolean;
  readonly onReset: () => void;
}

/** Dots of some targets' probabilities under all scenarios that have the same draws. */
export function ScenarioDots({ plan, columns, ids, isPicked, onReset }: ScenarioDotsProps) {
  const { t, language } = useWords();
  const app = useApp();
  const alike = alikeResults(columns);
  const [first] = alike;
  const spec = useMemo(
    () =>
      alike.length < 2
        ? undefined
        : scenarioDotsSpec(
            alike.map((result) => runResultOf(result, plan, app.version)),
            language,
            ids,
          ),
    [alike.length, first, alike.at(-1), plan, app.version, language, ids.join(" ")],
  );
  // Dots that come one by one would change the finding in the title each time.
  const isWaiting = alike.length < columns.length && app.status.value.kind === "running";
  if (isWaiting) return <p class="compare-section quiet">{t.run.running}…</p>;
  if (spec === undefined) return null;
  return (
    <section class="compare-section">
      <div class="compare-section-head">
        <h3 class="quiet">{isPicked ? t.compare.dotsSelected(ids.length) : t.compare.dots}</h3>
        {isPicked && (
          <button type="button" class="button" onClick={onReset}>
            {t.compare.reset}
          </button>
        )}
      </div>
      <AppChart spec={spec} />
    </section>
  );
}
