import "./backtest-view.css";
import { useApp, useWords } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { Skeleton } from "../page/skeleton.tsx";
import { BacktestIssues } from "./backtest-issues.tsx";
import { BacktestProgress } from "./backtest-progress.tsx";
import { BacktestReport } from "./backtest-report.tsx";

/** How the plan's model would have fared in past years; runs when it is opened. */
export function BacktestView() {
  const { t } = useWords();
  return (
    <div class="backtest">
      <header class="backtest-head">
        <h2>{t.backtest.title}</h2>
        <p class="quiet">{t.backtest.lead}</p>
      </header>
      <Content />
    </div>
  );
}

function Content() {
  const { t } = useWords();
  const app = useApp();
  const state = app.backtest.value;
  switch (state.kind) {
    case "pending":
      return <Skeleton />;
    case "none":
      return (
        <Notice title={t.backtest.none}>
          <p>{t.backtest.noneBody}</p>
        </Notice>
      );
    case "invalid":
      return <BacktestIssues issues={state.issues} />;
    case "running":
      return <BacktestProgress drawsDone={state.drawsDone} drawsTotal={state.drawsTotal} />;
    case "cancelled":
    case "failed":
      return (
        <Notice
          title={state.kind === "failed" ? t.backtest.failed : t.backtest.cancelled}
          tone={state.kind === "failed" ? "warning" : "plain"}
          isAlert={state.kind === "failed"}
          actions={
            <button type="button" class="button button-strong" onClick={app.resumeBacktest}>
              {state.kind === "failed" ? t.failure.retry : t.run.rerun}
            </button>
          }
        >
          {state.kind === "failed" && <p class="mono quiet">{state.message}</p>}
        </Notice>
      );
    case "done":
      return <BacktestReport result={state.result} plan={state.plan} />;
    default:
      return state satisfies never;
  }
}
