import type { KnownValue } from "./known-value.ts";

/**
 * A screen of the app with all that was chosen on it, but for what is merely folded. A part that is left out stands
 * for its default, a part that the plan does not have too.
 */
export type View =
  | BoardView
  | TargetView
  | AssumptionsView
  | CompareView
  | { readonly kind: "scenarios" }
  | { readonly kind: "backtest" }
  | SeekView
  | TogetherView
  | KnownView
  /** All assumptions with their evidence, to be printed. */
  | { readonly kind: "annex" }
  | ModelView;

/** Which targets the scoreboard lists, and in what order; the plan's where it is left out. */
export interface BoardList {
  /** A text to be found in them. */
  readonly find?: string;
  readonly only?: "binding" | "expected";
  readonly sort?: "probability" | "change";
}

/** All targets. */
export interface BoardView extends BoardList {
  readonly kind: "scoreboard";
}

/** One target beside the scoreboard. */
export interface TargetView extends BoardList {
  readonly kind: "target";
  readonly id: string;
  /** The random stream of the input that it is shown against; the strongest one where it is left out. */
  readonly driver?: string;
  /** The quantities walked through from its indicator towards its sources; that indicator is left out. */
  readonly path?: readonly string[];
  /** The year for which it is shown what drives the last quantity of the path. */
  readonly drivers?: number;
}

/** Assumptions and the odds that follow them. */
export interface AssumptionsView {
  readonly kind: "assumptions";
  /** The input or parameter to show. */
  readonly name?: string;
  readonly find?: string;
  readonly only?: "levers" | "changed";
  readonly sort?: "influence";
  /** Order of the odds beside them. */
  readonly odds?: "change";
}

/** Scenarios side by side. */
export interface CompareView {
  readonly kind: "compare";
  /** Ids of the scenarios to compare; all of them where it is left out. */
  readonly only?: readonly string[];
  readonly show?: "difference";
  /** Ids of the targets in the plot; those that differ most where it is left out. */
  readonly pick?: readonly string[];
  /** Whose distributions are laid over each other: a target, or an indicator. */
  readonly target?: string;
  readonly indicator?: string;
  readonly curve?: "exceedance";
  /** Ids of the two scenarios that are told apart. */
  readonly from?: string;
  readonly to?: string;
  /** The target whose difference is shared out, or `*` for the headline's joint probability. */
  readonly share?: string;
}

/** What it takes for targets to come true. */
export interface SeekView {
  readonly kind: "seek";
  /** Ids; none where empty, the standard ones where it is left out. */
  readonly targets?: readonly string[];
  /** How many of them at least; all where it is left out. */
  readonly least?: number;
  /** Wanted probability in percent. */
  readonly odds?: number;
  /** Levers that are not as they are at first, or not among the first ones. */
  readonly levers?: readonly SeekLever[];
}

/** A lever of a goal seek; what is left out is as at first. */
export interface SeekLever {
  readonly name: string;
  /** Listed, but not used. */
  readonly isIdle?: true;
  /** Bounds of its shift in its unit, low ≤ 0 ≤ high. */
  readonly low?: number;
  readonly high?: number;
  /** Effort for a shift by its scale (`scaleOf`), > 0. */
  readonly effort?: number;
}

/** How targets and quantities hang together. */
export interface TogetherView {
  readonly kind: "together";
  /** Ids of the targets whose chance together is asked for. */
  readonly must: readonly string[];
  /** Id of the target whose hits are taken as given; the first one where it is left out. */
  readonly given?: string;
  /** All conditional odds, or those given one target; as there is room where it is left out. */
  readonly show?: "map" | "list";
  /** What the model's graph shows the sources of: the id of a target, or `*` for the whole model. */
  readonly graph?: string;
  /** How many equations back it goes; two where it is left out. */
  readonly back?: "4" | "all";
  /** The node that is chosen in the model's graph. */
  readonly node?: string;
  /** The part of the graph in sight; where it fits best where it is left out. */
  readonly zoom?: GraphZoom;
}

/** A part of a drawing: the point (x, y) of it in the middle, in whole units, `scale` times as large. */
export interface GraphZoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The odds given what is known. */
export interface KnownView {
  readonly kind: "known";
  /** What is known; the user's own figures where it is left out. */
  readonly values?: readonly KnownValue[];
  readonly sort?: "plan";
  /** The quantity of a year whose distribution is shown, as `name@year`. */
  readonly show?: string;
}

/** The model and its sources. */
export interface ModelView {
  readonly kind: "model";
  /** The input, parameter or indicator to show. */
  readonly name?: string;
  /** The year for which it is shown what drives the indicator `name`. */
  readonly drivers?: number;
}

/** The scoreboard's list as the scoreboard or a target beside it has it. */
export function boardList(view: View): BoardList {
  if (view.kind !== "scoreboard" && view.kind !== "target") return {};
  const { find, only, sort } = view;
  return { ...(find && { find }), ...(only && { only }), ...(sort && { sort }) };
}

/**
 * Two views that differ in nothing but what is typed or dragged: a step from one to the other is none that Back
 * should stop at. All others are.
 */
export function isSameStep(a: View, b: View): boolean {
  return JSON.stringify(withoutTyping(a)) === JSON.stringify(withoutTyping(b));
}

function withoutTyping(view: View): unknown {
  if (view.kind === "seek") {
    const { odds: _, least, levers, ...rest } = view;
    // A lever in use is in the address for its numbers, or because it was added with none yet.
    const isChosen = ({ isIdle, low, high, effort }: SeekLever): boolean =>
      isIdle === true || [low, high, effort].every((number) => number === undefined);
    const chosen = levers?.filter(isChosen).map(({ name, isIdle = false }) => `${name} ${isIdle}`);
    return { view: { ...rest, ...(least && { least: 0 }) }, chosen: chosen ?? [] };
  }
  if (view.kind === "together") {
    const { zoom: _, ...rest } = view;
    return rest;
  }
  if (view.kind === "scoreboard" || view.kind === "target" || view.kind === "assumptions") {
    const { find: _, ...rest } = view;
    return rest;
  }
  return view;
}

/** Parts of a view to change; `undefined` takes one away. */
export type ViewPart<V extends View> = { readonly [P in keyof V]?: V[P] | undefined };

/** A view with some of its parts changed. */
export function changedView<V extends View>(view: V, part: ViewPart<V>): V {
  const parts = Object.entries({ ...view, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(parts) as unknown as V;
}
