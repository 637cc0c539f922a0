import { useMemo } from "preact/hooks";
import { driverScatterSpec } from "../../charts/driver-scatter-spec.ts";
import { streamLabel } from "../../core/format/driver-words.ts";
import { rankDrivers } from "../../core/results/rank-drivers.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";
import { usePlace } from "../use-place.ts";
import type { TargetChartsProps } from "./target-charts.tsx";

/** A target against one of its drivers, draw by draw, with the odds by third of the driver. */
export function DriverScatter({ plan, result, target, isStale }: TargetChartsProps) {
  const { t, language } = useWords();
  const app = useApp();
  const { place, put } = usePlace("target");
  const drivers = app.drivers.value;
  const state = app.driverSample.value;
  const sample = state.kind === "done" ? state.found : undefined;
  const spec = useMemo(() => {
    if (sample === undefined || sample.result.program.targets[sample.target]?.id !== target.id) {
      return undefined;
    }
    const run = runResultOf(sample.result, plan, app.version);
    return driverScatterSpec(run, sample, target.id, language);
  }, [sample, plan, target.id, language, app.version]);
  const options = useMemo(() => {
    if (drivers.kind !== "done") return [];
    const { definition, program } = result;
    const index = program.targets.findIndex(({ id }) => id === target.id);
    return rankDrivers(drivers.found, index).map(({ input }) => {
      const stream = program.inputs[input]?.stream ?? "";
      return { stream, label: streamLabel(definition, stream, language) };
    });
  }, [drivers, result, target.id, language]);
  if (options.length === 0) return null;
  const chosen = place?.driver ?? options[0]?.stream;
  return (
    <section class="detail-section driver-scatter" aria-labelledby="scatter-title">
      <div class="driver-choice">
        <h3 id="scatter-title">{t.drivers.scatter}</h3>
        <label>
          <span class="visually-hidden">{t.drivers.choose}</span>
          <select
            class="field"
            value={chosen}
            onChange={(event) => put({ driver: event.currentTarget.value })}
          >
            {options.map(({ stream, label }) => (
              <option key={stream} value={stream}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {spec === undefined ? (
        <p class="quiet">{state.kind === "failed" ? t.drivers.failed : t.drivers.drawing}</p>
      ) : (
        <AppChart spec={spec} height={260} stale={isStale} />
      )}
    </section>
  );
}
