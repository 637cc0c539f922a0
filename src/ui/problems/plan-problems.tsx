import "./plan-problems.css";
import type { Issue } from "../../core/outcome.ts";
import type { SourceFile } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { OpenFileButton } from "../page/open-file-button.tsx";
import { IssueList } from "./issue-list.tsx";

export interface PlanProblemsProps {
  /** The file read, to show the lines in question. */
  readonly source: SourceFile;
  readonly issues: readonly Issue[];
}

/** Every problem of a plan file: where, what, and how to mend it. */
export function PlanProblems({ source, issues }: PlanProblemsProps) {
  const { t } = useWords();
  const app = useApp();
  return (
    <section class="problems" aria-labelledby="problems-title">
      <p class="mono quiet">{source.file}</p>
      <div role="alert">
        <h2 id="problems-title">{t.problems.title(issues.length)}</h2>
      </div>
      <p class="problems-lead">{t.problems.body}</p>
      <div class="problems-actions">
        <OpenFileButton className="button button-strong">{t.problems.openAnother}</OpenFileButton>
        <button type="button" class="button" onClick={app.closeFile}>
          {t.plan.closeFile}
        </button>
      </div>
      <IssueList source={source} issues={issues} />
    </section>
  );
}
