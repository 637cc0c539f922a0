import "./plan-menu.css";
import { OWN_PLAN_KEY } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { Popover } from "../controls/popover.tsx";
import { OpenFileButton } from "../page/open-file-button.tsx";

/** The plan on screen, and the way to another: shipped ones and files of one's own. */
export function PlanMenu() {
  const { t, say } = useWords();
  const app = useApp();
  const state = app.plan.value;
  const title =
    state.kind === "ready"
      ? say(state.plan.definition.title)
      : state.kind === "invalid"
        ? state.source.file
        : t.plan.menu;
  const isOwn = app.route.value.plan === OWN_PLAN_KEY;
  return (
    <Popover
      label={`${t.plan.menu}${t.colon}${title}`}
      className="plan-menu"
      button={
        <>
          <span class="plan-menu-title">{title}</span>
          {isOwn && <span class="quiet plan-menu-mark">{t.plan.ownMark}</span>}
          <Icon name="down" />
        </>
      }
    >
      {(close) => (
        <div class="plan-menu-list">
          <p class="quiet">{t.plan.shipped}</p>
          {app.shippedPlans.map((plan) => (
            <a
              key={plan.key}
              class="menu-item"
              href={app.href({
                plan: plan.key,
                scenario: "baseline",
                view: { kind: "scoreboard" },
              })}
              aria-current={app.route.value.plan === plan.key ? "true" : undefined}
              onClick={close}
            >
              {state.kind === "ready" && state.plan.key === plan.key ? title : plan.key}
            </a>
          ))}
          <p class="quiet">{t.plan.own}</p>
          <OpenFileButton className="menu-item" onOpened={close}>
            {t.plan.openFile}
          </OpenFileButton>
          {isOwn && (
            <button
              type="button"
              class="menu-item"
              onClick={() => {
                close();
                app.closeFile();
              }}
            >
              {t.plan.closeFile}
            </button>
          )}
        </div>
      )}
    </Popover>
  );
}
