import "./result-note.css";
import { formatCount } from "../../core/format/format-number.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";

/** Says when the result on screen is an older or a partial one, and why. */
export function ResultNote({ result }: { readonly result: ScenarioResult }) {
  const { t } = useWords();
  const app = useApp();
  const reasons = app.staleReasons.value;
  const { kind } = app.status.value;
  if (reasons.length > 0) {
    return (
      <p class="result-note" role="status">
        <strong>{t.stale.lead}</strong>
        {t.colon}
        {reasons.map((reason) => t.stale[reason]).join(t.semicolon)}
        {t.stop}
        {kind === "running" && ` ${t.run.running}…`}
      </p>
    );
  }
  if (result.draws < result.requestedDraws && kind !== "running") {
    return (
      <p class="result-note" role="status">
        {t.run.partial(formatCount(result.draws), formatCount(result.requestedDraws))}
        {t.stop}
      </p>
    );
  }
  return null;
}
