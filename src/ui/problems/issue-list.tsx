import "./plan-problems.css";
import type { Issue } from "../../core/outcome.ts";
import type { SourceFile } from "../../state/plan.ts";
import { useWords } from "../app-context.ts";
import { CodeText } from "./code-text.tsx";

export interface IssueListProps {
  /** The file read, to show the lines in question. */
  readonly source: SourceFile;
  readonly issues: readonly Issue[];
}

/** Mistakes of a file by line: what is wrong, and how to mend it. */
export function IssueList({ source, issues }: IssueListProps) {
  const lines = source.text.split(/\r?\n/);
  return (
    <ol class="problems-list">
      {issues.map((issue) => (
        <Problem
          key={`${issue.line}:${issue.column}:${issue.code}:${issue.message.en}`}
          issue={issue}
          line={lines[issue.line - 1] ?? ""}
        />
      ))}
    </ol>
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
