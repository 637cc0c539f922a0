import "./scoreboard-view.css";
import { useEffect, useMemo, useRef } from "preact/hooks";
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
  const baseline = result?.scenario === BASELINE ? undefined : app.results.value.get(BASELINE);
  const state = app.plan.value;
  const later = state.kind === "ready" ? state.plan.later : undefined;
  const rows = useMemo(
    () => (result === undefined ? [] : scoreboardRows(result, baseline, later)),
    [result, baseline, later],
  );
  useReturnToRow(openTarget);
  if (result === undefined) {
    return app.status.value.kind === "failed" ? <RunFailure /> : <Skeleton />;
  }
  return (
    <div class={`board-view ${openTarget === undefined ? "" : "has-detail"}`}>
      <div class="board-main">
        <RunFailure />
        <SummaryBand result={result} />
        <Scoreboard result={result} rows={rows} openTarget={openTarget} />
      </div>
      {openTarget !== undefined && <LazyTargetDetail key={openTarget} id={openTarget} />}
    </div>
  );
}

/** Keeps the row of the open target in sight; when it is closed, its row takes the focus. */
function useReturnToRow(openTarget: string | undefined): void {
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    const closed = openTarget === undefined ? last.current : undefined;
    last.current = openTarget;
    const id = openTarget ?? closed;
    const links = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    const link = links.find(({ dataset }) => dataset["row"] === id);
    if (closed !== undefined) link?.focus({ preventScroll: true });
    link?.closest("tr")?.scrollIntoView({ block: "nearest" });
  }, [openTarget]);
}
