import { useApp } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { useKnownWords } from "./use-known-words.ts";

/** Says that the figures on screen came with a link, and that the user's own ones are still there. */
export function KnownVisitor() {
  const { k } = useKnownWords();
  const app = useApp();
  const aside = app.aside.value;
  if (aside === undefined) return null;
  return (
    <Notice
      title={k.visitor.title}
      actions={
        <>
          <button type="button" class="button button-strong" onClick={app.keepKnown}>
            {aside.length === 0 ? k.visitor.keep : k.visitor.replace(aside.length)}
          </button>
          <button type="button" class="button" onClick={app.leaveKnown}>
            {aside.length === 0 ? k.visitor.discard : k.visitor.mine(aside.length)}
          </button>
        </>
      }
    >
      <p>{k.visitor.body}</p>
    </Notice>
  );
}
