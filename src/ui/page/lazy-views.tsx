import { lazyComponent } from "./lazy.tsx";

/** All assumptions with their evidence, to be printed. */
export const LazyAnnexView = lazyComponent(() =>
  import("../annex/annex-view.tsx").then((module) => module.AnnexView),
);

/** Every assumption with its controls. */
export const LazyAssumptionsView = lazyComponent(() =>
  import("../assumptions/assumptions-view.tsx").then((module) => module.AssumptionsView),
);

/** How the model would have fared in past years. */
export const LazyBacktestView = lazyComponent(() =>
  import("../backtest/backtest-view.tsx").then((module) => module.BacktestView),
);

/** The comparison of scenarios with its charts. */
export const LazyCompareView = lazyComponent(() =>
  import("../compare/compare-view.tsx").then((module) => module.CompareView),
);

/** The odds given what is known. */
export const LazyKnownView = lazyComponent(() =>
  import("../known/known-view.tsx").then((module) => module.KnownView),
);

/** The model and its sources. */
export const LazyModelView = lazyComponent(() =>
  import("../model/model-view.tsx").then((module) => module.ModelView),
);

/** What it would take for targets to come true. */
export const LazySeekView = lazyComponent(() =>
  import("../seek/seek-view.tsx").then((module) => module.SeekView),
);

/** A target in full with its charts. */
export const LazyTargetDetail = lazyComponent(() =>
  import("../detail/target-detail.tsx").then((module) => module.TargetDetail),
);

/** How targets and quantities hang together. */
export const LazyTogetherView = lazyComponent(() =>
  import("../together/together-view.tsx").then((module) => module.TogetherView),
);

/** The user's own scenarios, to be managed. */
export const LazyScenariosView = lazyComponent(() =>
  import("../scenarios/scenarios-view.tsx").then((module) => module.ScenariosView),
);

/** What there is to say of own and of visiting scenarios on every page. */
export const LazyScenarioNotices = lazyComponent(() =>
  import("../scenarios/scenario-notices.tsx").then((module) => module.ScenarioNotices),
);

/** Remarks for a first visit. */
export const LazyTour = lazyComponent(
  () => import("../help/tour.tsx").then((module) => module.Tour),
  true,
);
