import type { Issue } from "../../core/outcome.ts";
import { useWords } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { CodeText } from "../problems/code-text.tsx";

/** The problems of a backtest file: where, what, and how to mend it. */
export function BacktestIssues({ issues }: { readonly issues: readonly Issue[] }) {
  const { t, say } = useWords();
  return (
    <Notice title={t.backtest.invalid(issues.length)} tone="warning" isAlert>
      <ul class="backtest-list">
        {issues.map((issue) => (
          <li key={`${issue.line}:${issue.column}:${issue.code}`}>
            <span class="mono quiet">
              {issue.file}:{issue.line}:{issue.column}
            </span>{" "}
            <CodeText text={say(issue.message)} /> <CodeText text={say(issue.remedy)} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
