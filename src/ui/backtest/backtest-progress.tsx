import { useApp, useWords } from "../app-context.ts";

export interface BacktestProgressProps {
  readonly drawsDone: number;
  readonly drawsTotal: number;
}

/** How far a backtest is, with a way to cancel it. */
export function BacktestProgress({ drawsDone, drawsTotal }: BacktestProgressProps) {
  const { t } = useWords();
  const app = useApp();
  return (
    <p class="backtest-progress" role="status">
      <span>{t.backtest.running}</span>
      <progress max={drawsTotal} value={drawsDone} aria-label={t.backtest.running} />
      <button type="button" class="button" onClick={app.cancelBacktest}>
        {t.run.cancel}
      </button>
    </p>
  );
}
