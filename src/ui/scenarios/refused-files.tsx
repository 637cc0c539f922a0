import { useApp, useWords } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
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
    <Notice
      title={words.refused(refused.length)}
      tone="warning"
      isAlert
      actions={
        <button type="button" class="button" onClick={exchange.clearRefused}>
          {words.dismiss}
        </button>
      }
    >
      {refused.map(({ source, issues }) => (
        <IssueList key={source.file} source={source} issues={issues} />
      ))}
    </Notice>
  );
}
