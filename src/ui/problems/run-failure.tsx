import { useApp, useWords } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { TechnicalDetail } from "./technical-detail.tsx";

/** A run that failed, with another try and the way without workers. Nothing while all is well. */
export function RunFailure() {
  const { t } = useWords();
  const app = useApp();
  const status = app.status.value;
  if (status.kind !== "failed") return null;
  return (
    <Notice
      title={t.failure.title}
      tone="warning"
      isAlert
      actions={
        <>
          <button type="button" class="button button-strong" onClick={app.resume}>
            {t.failure.retry}
          </button>
          <button type="button" class="button" onClick={() => void app.useFallback()}>
            {t.failure.fallback}
          </button>
        </>
      }
    >
      <p>{t.failure.body}</p>
      <TechnicalDetail message={status.message} />
    </Notice>
  );
}
