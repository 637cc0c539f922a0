import { OWN_PLAN_KEY } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { OpenFileButton } from "../page/open-file-button.tsx";
import { TechnicalDetail } from "./technical-detail.tsx";

/** The address names a plan that is not there. */
export function UnknownPlan({ planKey }: { readonly planKey: string }) {
  const { t } = useWords();
  const app = useApp();
  return (
    <Notice
      title={t.failure.unknownPlan}
      actions={
        <>
          <a class="button button-strong" href="#/">
            {t.failure.home}
          </a>
          <OpenFileButton className="button">{t.plan.openFile}</OpenFileButton>
        </>
      }
    >
      <p>
        {app.route.value.shared === undefined || planKey !== OWN_PLAN_KEY
          ? t.failure.unknownPlanBody(planKey)
          : t.failure.sharedOfFile}
      </p>
      <p class="quiet">{app.shippedPlans.map(({ key }) => key).join(t.listComma)}</p>
    </Notice>
  );
}

/** The reader of model files could not be loaded. */
export function ReaderFailure({ message }: { readonly message: string }) {
  const { t } = useWords();
  const app = useApp();
  return (
    <Notice
      title={t.failure.reader}
      tone="warning"
      isAlert
      actions={
        <button type="button" class="button button-strong" onClick={app.reload}>
          {t.failure.retry}
        </button>
      }
    >
      <p>{t.failure.readerBody}</p>
      <TechnicalDetail message={message} />
    </Notice>
  );
}
