import "./scoreboard-view.css";
import { BASELINE } from "../../state/plan.ts";
import { scoreboardRows } from "../../state/scoreboard-rows.ts";
import { useApp } from "../app-context.ts";
import { LazyTargetDetail } from "../page/lazy-views.tsx";
import { Skeleton } from "../page/skeleton.tsx";
import { RunFailure } from "../problems/run-failure.tsx";
import { SummaryBand } from "../summary/summary-band.tsx";
import { Scoreboard } from "./scoreboard.tsx";

/** The scoreboard, with a target beside it where one is open. */
export function ScoreboardView() {
  const app = useApp();
  const result = app.shown.value;
  const { view } = app.route.value;
  const openTarget = view.kind === "target" ? view.id : undefined;
  if (result === undefined) {
    return app.status.value.kind === "failed" ? <RunFailure /> : <Skeleton />;
  }
  const baseline = result.scenario === BASELINE ? undefined : app.results.value.get(BASELINE);
  return (
    <div class={`board-view ${openTarget === undefined ? "" : "has-detail"}`}>
      <div class="board-main">
        <RunFailure />
        <SummaryBand result={result} />
        <Scoreboard
          result={result}
          rows={scoreboardRows(result, baseline)}
          openTarget={openTarget}
        />
      </div>
      {openTarget !== undefined && <LazyTargetDetail key={openTarget} id={openTarget} />}
    </div>
  );
}
