import "./page/tokens.css";
import "./page/base.css";
import "./page/data-table.css";
import "./page/print.css";
import "./app.css";
import { useRef } from "preact/hooks";
import type { AppState } from "../state/app-state.ts";
import { AppProvider, useApp, useWords } from "./app-context.ts";
import { Header } from "./header/header.tsx";
import { DropZone } from "./page/drop-zone.tsx";
import { Footer } from "./page/footer.tsx";
import {
  LazyAnnexView,
  LazyAssumptionsView,
  LazyBacktestView,
  LazyCompareView,
  LazyKnownView,
  LazyModelView,
  LazyScenarioNotices,
  LazyScenariosView,
  LazySeekView,
  LazyTogetherView,
  LazyTour,
} from "./page/lazy-views.tsx";
import { Skeleton } from "./page/skeleton.tsx";
import { ReaderFailure, UnknownPlan } from "./problems/plan-missing.tsx";
import { PlanProblems } from "./problems/plan-problems.tsx";
import { ScoreboardView } from "./scoreboard/scoreboard-view.tsx";

/** The whole page. */
export function App({ state }: { readonly state: AppState }) {
  return (
    <AppProvider value={state}>
      <Page />
    </AppProvider>
  );
}

function Page() {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t.skip}
      </button>
      <Header />
      <main ref={main} tabIndex={-1} class="main">
        <Content />
      </main>
      <Footer />
      <DropZone />
      <FirstVisit />
    </>
  );
}

/** The tour, on the scoreboard of a first visit once there is something to show. */
function FirstVisit() {
  const { preferences, route, shown } = useApp();
  const isBoard = route.value.view.kind === "scoreboard";
  if (preferences.toured.value || !isBoard || shown.value === undefined) return null;
  return <LazyTour />;
}

function Content() {
  const app = useApp();
  const state = app.plan.value;
  switch (state.kind) {
    case "loading":
      return <Skeleton />;
    case "invalid":
      return <PlanProblems source={state.source} issues={state.issues} />;
    case "unknown":
      return <UnknownPlan planKey={state.key} />;
    case "unreadable":
      return <ReaderFailure message={state.message} />;
    case "ready":
      return (
        <>
          {hasScenarioNotice(app) && <LazyScenarioNotices />}
          <PlanContent kind={app.route.value.view.kind} />
        </>
      );
    default:
      return state satisfies never;
  }
}

/** Whether a scenario or something unknown came with the address, or own scenarios are not kept or changed twice. */
const hasScenarioNotice = ({ visitor, keeping, workspace, unknown }: AppState): boolean =>
  unknown.value.length > 0 ||
  keeping.collisions.value.length > 0 ||
  (visitor.value.kind !== "none" && visitor.value.kind !== "reading") ||
  (keeping.isRefused.value && workspace.own.value.length > 0);

function PlanContent({ kind }: { readonly kind: AppState["route"]["value"]["view"]["kind"] }) {
  switch (kind) {
    case "scoreboard":
    case "target":
      return <ScoreboardView />;
    case "assumptions":
      return <LazyAssumptionsView />;
    case "compare":
      return <LazyCompareView />;
    case "together":
      return <LazyTogetherView />;
    case "backtest":
      return <LazyBacktestView />;
    case "known":
      return <LazyKnownView />;
    case "annex":
      return <LazyAnnexView />;
    case "seek":
      return <LazySeekView />;
    case "model":
      return <LazyModelView />;
    case "scenarios":
      return <LazyScenariosView />;
    default:
      return kind satisfies never;
  }
}
