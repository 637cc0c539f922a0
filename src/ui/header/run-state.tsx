import "./run-state.css";
import { formatCount } from "../../core/format/format-number.ts";
import { useApp, useWords } from "../app-context.ts";

/** Progress with a way to cancel; afterwards, quietly, how long it took. */
export function RunState() {
  const { t } = useWords();
  const app = useApp();
  const status = app.status.value;
  return (
    <div class="run-state">
      {status.kind === "running" && (
        <>
          <progress
            max={status.drawsTotal}
            value={status.drawsDone}
            aria-label={t.run.progress(
              formatCount(status.drawsDone),
              formatCount(status.drawsTotal),
            )}
          />
          <span class="quiet run-count">
            {formatCount(status.drawsDone)} / {formatCount(status.drawsTotal)}
          </span>
          <button type="button" class="button" onClick={app.cancel}>
            {t.run.cancel}
          </button>
        </>
      )}
      {status.kind === "done" && (
        <span class="quiet run-count">{t.run.seconds((status.elapsedMs / 1000).toFixed(2))}</span>
      )}
      {status.kind === "cancelled" && (
        <>
          <span class="run-cancelled">{t.run.cancelled}</span>
          <button type="button" class="button" onClick={app.resume}>
            {t.run.rerun}
          </button>
        </>
      )}
      {app.isFallback.value && (
        <span class="quiet run-count" title={t.run.fallbackHint}>
          {t.run.fallback}
        </span>
      )}
      <span class="visually-hidden" aria-live="polite">
        {status.kind === "done" && app.shown.value !== undefined
          ? t.run.finished(formatCount(app.shown.value.draws))
          : status.kind === "cancelled"
            ? t.run.cancelled
            : ""}
      </span>
    </div>
  );
}
