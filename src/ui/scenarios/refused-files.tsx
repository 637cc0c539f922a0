import { useApp, useWords } from "../app-context.ts";
import { Warning } from "../page/warning.tsx";
import { IssueList } from "../problems/issue-list.tsx";
import { scenarioWords } from "./scenario-words.ts";

/** Scenario files that were not imported, each with its mistakes by line. */
export function RefusedFiles() {
  const { language } = useWords();
  const { exchange } = useApp();
  const words = scenarioWords(language);
  const refused = exchange.refused.value;
  if (refused.length === 0) return null;
  return (
    <Warning
      title={words.refused(refused.length)}
      action={words.dismiss}
      onAction={exchange.clearRefused}
    >
      {refused.map(({ source, issues }) => (
        <IssueList key={source.file} source={source} issues={issues} />
      ))}
    </Warning>
  );
}
