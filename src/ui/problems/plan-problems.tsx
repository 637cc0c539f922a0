import "./plan-problems.css";
import type { Issue } from "../../core/outcome.ts";
import type { SourceFile } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { OpenFileButton } from "../page/open-file-button.tsx";
import { CodeText } from "./code-text.tsx";

export interface PlanProblemsProps {
  /** The file read, to show the lines in question. */
  readonly source: SourceFile;
  readonly issues: readonly Issue[];
}

/** Every problem of a plan file: where, what, and how to mend it. */
export function PlanProblems({ source, issues }: PlanProblemsProps) {
  const { t } = useWords();
  const app = useApp();
  const lines = source.text.split(/\r?\n/);
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
      <ol class="problems-list">
        {issues.map((issue) => (
          <Problem
            key={`${issue.line}:${issue.column}:${issue.code}:${issue.message.en}`}
            issue={issue}
            line={lines[issue.line - 1] ?? ""}
          />
        ))}
      </ol>
    </section>
  );
}

function Problem({ issue, line }: { readonly issue: Issue; readonly line: string }) {
  const { t, say } = useWords();
  return (
    <li class="problem">
      <p class="mono problem-place" title={t.problems.line(issue.line, issue.column)}>
        {issue.file}:{issue.line}:{issue.column}
      </p>
      <div>
        <p class="problem-message">
          <CodeText text={say(issue.message)} />
        </p>
        <p class="problem-remedy">
          <span class="quiet">
            {t.problems.remedy}
            {t.colon}
          </span>
          <CodeText text={say(issue.remedy)} />
        </p>
        {line.trim() !== "" && (
          <pre class="mono problem-line">
            <span>{line.slice(0, issue.column - 1)}</span>
            <mark>{line.slice(issue.column - 1)}</mark>
          </pre>
        )}
      </div>
    </li>
  );
}
