import { useApp, useWords } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { Warning } from "../page/warning.tsx";
import { IssueList } from "../problems/issue-list.tsx";
import { scenarioWords } from "./scenario-words.ts";
import { useSaveScenarios } from "./use-save-scenarios.ts";

/** Says that a scenario or something unknown came with the address, or that own ones are not kept or changed twice. */
export function ScenarioNotices() {
  return (
    <>
      <UnknownNotice />
      <VisitorNotice />
      <CollisionNotice />
      <UnkeptNotice />
    </>
  );
}

function UnknownNotice() {
  const { t, language } = useWords();
  const { unknown } = useApp();
  const words = scenarioWords(language).unknown;
  if (unknown.value.length === 0) return null;
  return (
    <Notice title={words.title} tone="warning" isAlert>
      <p>
        {words.body}
        <span class="mono">{unknown.value.join(t.listComma)}</span>
      </p>
    </Notice>
  );
}

function VisitorNotice() {
  const { say, language } = useWords();
  const app = useApp();
  const words = scenarioWords(language).visitor;
  const visitor = app.visitor.value;
  switch (visitor.kind) {
    case "none":
    case "reading":
      return null;
    case "damaged":
      return (
        <Warning title={words.damaged} action={words.close} onAction={app.leaveVisitor}>
          <p>{words.damagedBody}</p>
        </Warning>
      );
    case "unfit":
      return (
        <Warning title={words.unfit} action={words.close} onAction={app.leaveVisitor}>
          <IssueList source={visitor.source} issues={visitor.issues} />
        </Warning>
      );
    case "here":
      return (
        <Notice
          title={words.title(say(visitor.scenario.title))}
          actions={
            <>
              <button type="button" class="button button-strong" onClick={app.keepVisitor}>
                {words.keep}
              </button>
              <button type="button" class="button" onClick={app.leaveVisitor}>
                {words.discard}
              </button>
            </>
          }
        >
          <p>{words.body}</p>
          {!visitor.isSameModel && <p>{words.otherModel}</p>}
        </Notice>
      );
    default:
      return visitor satisfies never;
  }
}

function CollisionNotice() {
  const { say, language } = useWords();
  const { keeping } = useApp();
  const words = scenarioWords(language).collision;
  const collisions = keeping.collisions.value;
  if (collisions.length === 0) return null;
  return (
    <Warning title={words.title} action={words.close} onAction={keeping.dismissCollisions}>
      {collisions.map(({ title, copy }) => (
        <p key={`${say(title)} ${copy && say(copy)}`}>
          {copy === undefined ? words.back(say(title)) : words.copied(say(title), say(copy))}
        </p>
      ))}
    </Warning>
  );
}

function UnkeptNotice() {
  const { language } = useWords();
  const { keeping, workspace } = useApp();
  const words = scenarioWords(language);
  const save = useSaveScenarios();
  const own = workspace.own.value;
  if (!keeping.isRefused.value || own.length === 0) return null;
  return (
    <Notice
      title={words.unkept.title}
      tone="warning"
      isAlert
      actions={
        <button type="button" class="button" onClick={() => void save(own)}>
          {words.exportAll}
        </button>
      }
    >
      <p>{words.unkept.body}</p>
    </Notice>
  );
}
