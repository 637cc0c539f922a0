import "./plan-menu.css";
import { useEffect } from "preact/hooks";
import { BASELINE, OWN_PLAN_KEY } from "../../state/plan.ts";
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
          <ShippedPlans onChosen={close} />
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

function ShippedPlans({ onChosen }: { readonly onChosen: () => void }) {
  const { t, say } = useWords();
  const app = useApp();
  const titles = app.planTitles.value;
  useEffect(() => app.loadPlanTitles(), [app]);
  return (
    <>
      <p class="quiet">{t.plan.shipped}</p>
      {app.shippedPlans.map(({ key }) => {
        const title = titles.get(key);
        return (
          <a
            key={key}
            class="menu-item"
            href={app.href({ plan: key, scenario: BASELINE, view: { kind: "scoreboard" } })}
            aria-current={app.route.value.plan === key ? "true" : undefined}
            onClick={onChosen}
          >
            {title === undefined ? key : say(title)}
          </a>
        );
      })}
    </>
  );
}
