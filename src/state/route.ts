import { formatKnownValues, type KnownValue, parseKnownValues } from "./known-value.ts";
import { BASELINE } from "./plan.ts";
import { DEFAULT_SETTINGS, parseDraws, parseSeed, type RunSettings } from "./run-settings.ts";

/** A screen of the app. */
export type View =
  | { readonly kind: "scoreboard" }
  /** `driver`: the random stream of the input that it is shown against; the strongest one where it is left out. */
  | { readonly kind: "target"; readonly id: string; readonly driver?: string }
  /** `only`: ids of the scenarios to compare; all of them where it is left out. */
  | { readonly kind: "compare"; readonly only?: readonly string[] }
  | { readonly kind: "scenarios" }
  | { readonly kind: "backtest" }
  | { readonly kind: "seek" }
  /** `name`: the input or parameter to show. */
  | { readonly kind: "assumptions"; readonly name?: string }
  | TogetherView
  /** `values`: what is known; those kept from the last visit where it is left out. */
  | { readonly kind: "known"; readonly values?: readonly KnownValue[] }
  /** All assumptions with their evidence, to be printed. */
  | { readonly kind: "annex" }
  /** `name`: the input, parameter or indicator to show. */
  | { readonly kind: "model"; readonly name?: string };

/** How targets and quantities hang together. */
export interface TogetherView {
  readonly kind: "together";
  /** Ids of the targets whose chance together is asked for. */
  readonly must: readonly string[];
  /** Id of the target whose hits are taken as given; the first one where it is left out. */
  readonly given?: string;
  /** What the model's graph shows the sources of: the id of a target, or `*` for the whole model. */
  readonly graph?: string;
  /** The node that is chosen in the model's graph. */
  readonly node?: string;
}

/** A scenario that the address itself holds. */
export interface SharedScenario {
  /** Its file, as `encodeShareCode` writes it. */
  readonly code: string;
  /** Hash of the plan that it was made with. */
  readonly model: string;
}

/** Everything an address says: enough to come back to the same numbers. */
export interface Route extends RunSettings {
  /** `undefined`: the first shipped plan. */
  readonly plan: string | undefined;
  readonly scenario: string;
  readonly view: View;
  /** Someone's scenario that came with a link; it stays in the address as long as it is looked at. */
  readonly shared?: SharedScenario | undefined;
}

/** Reads `#/plan/scenario/view…?draws=…&seed=…`; what is missing or malformed takes its default. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const [plan, scenario, ...rest] = path
    .split("/")
    .filter((part) => part !== "")
    .map(decode);
  const fields = new Map(query.split("&").map((field) => field.split("=", 2) as [string, string]));
  const code = fields.get("shared") ?? "";
  return {
    plan,
    scenario: scenario ?? BASELINE,
    view: parseView(rest, fields),
    draws: parseDraws(fields.get("draws") ?? "") ?? DEFAULT_SETTINGS.draws,
    seed: parseSeed(fields.get("seed") ?? "") ?? DEFAULT_SETTINGS.seed,
    ...(code !== "" && { shared: { code, model: fields.get("model") ?? "" } }),
  };
}

/** Writes the address of a route; defaults are left out of the query, except for one that is shared. */
export function formatRoute(route: Route): string {
  if (route.plan === undefined) return "#/";
  const fields = formatFields(route.view);
  const parts = [route.plan, route.scenario, ...formatView(route.view)].map(encodeURIComponent);
  const { draws, seed, shared } = route;
  const isShared = shared !== undefined;
  if (isShared || draws !== DEFAULT_SETTINGS.draws) fields.push(`draws=${draws}`);
  if (isShared || seed !== DEFAULT_SETTINGS.seed) fields.push(`seed=${seed}`);
  if (isShared) fields.push(`model=${shared.model}`, `shared=${shared.code}`);
  return `#/${parts.join("/")}${fields.length > 0 ? `?${fields.join("&")}` : ""}`;
}

function parseView(parts: readonly string[], fields: ReadonlyMap<string, string>): View {
  const [kind, name] = parts;
  if (kind === "together") return parseTogether(fields);
  if (kind === "target" && name !== undefined) {
    const driver = decode(fields.get("driver") ?? "");
    return { kind: "target", id: name, ...(driver === "" ? {} : { driver }) };
  }
  if (kind === "known") {
    return name === undefined ? { kind } : { kind, values: parseKnownValues(name) };
  }
  if (kind === "backtest" || kind === "seek") return { kind };
  if (kind === "scenarios" || kind === "annex") return { kind };
  if (kind === "compare") return name === undefined ? { kind } : { kind, only: name.split(".") };
  if (kind === "model" || kind === "assumptions") {
    return name === undefined ? { kind } : { kind, name };
  }
  return { kind: "scoreboard" };
}

function parseTogether(fields: ReadonlyMap<string, string>): TogetherView {
  const given = decode(fields.get("given") ?? "");
  const graph = decode(fields.get("graph") ?? "");
  const node = decode(fields.get("node") ?? "");
  const must = (fields.get("must") ?? "").split(",").filter((id) => id !== "");
  return {
    kind: "together",
    must: must.map(decode),
    ...(given === "" ? {} : { given }),
    ...(graph === "" ? {} : { graph }),
    ...(node === "" ? {} : { node }),
  };
}

function formatFields(view: View): string[] {
  if (view.kind === "target" && view.driver !== undefined) {
    return [`driver=${encodeURIComponent(view.driver)}`];
  }
  if (view.kind !== "together") return [];
  const { must, given, graph, node } = view;
  return [
    ...(must.length === 0 ? [] : [`must=${must.map(encodeURIComponent).join(",")}`]),
    ...(given === undefined ? [] : [`given=${encodeURIComponent(given)}`]),
    ...(graph === undefined ? [] : [`graph=${encodeURIComponent(graph)}`]),
    ...(node === undefined ? [] : [`node=${encodeURIComponent(node)}`]),
  ];
}

function formatView(view: View): readonly string[] {
  switch (view.kind) {
    case "scoreboard":
      return [];
    case "target":
      return ["target", view.id];
    case "compare":
      // A dot stands in no id, and addresses take it as it is.
      return view.only === undefined ? ["compare"] : ["compare", view.only.join(".")];
    case "backtest":
    case "seek":
    case "together":
    case "scenarios":
    case "annex":
      return [view.kind];
    case "known":
      return view.values === undefined ? ["known"] : ["known", formatKnownValues(view.values)];
    case "assumptions":
    case "model":
      return view.name === undefined ? [view.kind] : [view.kind, view.name];
    default:
      return view satisfies never;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
