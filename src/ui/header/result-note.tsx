import "./result-note.css";
import type { ComponentChildren } from "preact";
import { formatCount } from "../../core/format/format-number.ts";
import { useApp, useWords } from "../app-context.ts";

/** Says when the result on screen is an older or a partial one, and why; otherwise its children. */
export function ResultNote({ children }: { readonly children: ComponentChildren }) {
  const { t } = useWords();
  const app = useApp();
  const result = app.shown.value;
  const reasons = app.staleReasons.value;
  if (result === undefined) return <>{children}</>;
  if (reasons.length > 0) {
    return (
      <p class="result-note">
        <strong>{t.stale.lead}</strong>
        {t.colon}
        {reasons.map((reason) => t.stale[reason]).join(t.semicolon)}
        {t.stop}
      </p>
    );
  }
  if (result.draws < result.requestedDraws && app.status.value.kind !== "running") {
    return (
      <p class="result-note">
        {t.run.partial(formatCount(result.draws), formatCount(result.requestedDraws))}
        {t.stop}
      </p>
    );
  }
  return <>{children}</>;
}
