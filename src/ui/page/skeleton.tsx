import "./skeleton.css";
import { useWords } from "../app-context.ts";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The outline of a page while its content is on the way. */
export function Skeleton() {
  const { t } = useWords();
  return (
    <div class="skeleton" aria-busy="true">
      <p class="visually-hidden" role="status">
        {t.board.loading}
      </p>
      <div class="skeleton-band" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      {ROWS.map((row) => (
        <div key={row} class="skeleton-row" aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
