import { downloadScoreboard } from "../../export/download-scoreboard.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";
import { CsvButton } from "../controls/csv-button.tsx";
import { runResultOf } from "../run-result-of.ts";

/** Saves the scoreboard as CSV. */
export function BoardDownload({ result }: { readonly result: ScenarioResult }) {
  const { t, language } = useWords();
  const app = useApp();
  const state = app.plan.value;
  if (state.kind !== "ready") return null;
  const { plan } = state;
  return (
    <CsvButton
      className="button board-download"
      label={t.board.csv}
      onSave={() =>
        downloadScoreboard(
          runResultOf(result, plan, app.version),
          language,
          app.preferences.actuals.value ? plan.later : [],
        )
      }
    />
  );
}
