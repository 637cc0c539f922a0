import { formatKnownValues, type KnownValue, parseKnownValues } from "./known-value.ts";
import { BASELINE } from "./plan.ts";
import { DEFAULT_SETTINGS, parseDraws, parseSeed, type RunSettings } from "./run-settings.ts";

/** A screen of the app. */
export type View =
  | { readonly kind: "scoreboard" }
  | { readonly kind: "target"; readonly id: string }
  | { readonly kind: "compare" }
  | { readonly kind: "backtest" }
  /** `name`: the input or parameter to show. */
  | { readonly kind: "assumptions"; readonly name?: string }
  | TogetherView
  /** `values`: what is known; those kept from the last visit where it is left out. */
  | { readonly kind: "known"; readonly values?: readonly KnownValue[] }
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

/** Everything an address says: enough to come back to the same numbers. */
export interface Route extends RunSettings {
  /** `undefined`: the first shipped plan. */
  readonly plan: string | undefined;
  readonly scenario: string;
  readonly view: View;
}

/** Reads `#/plan/scenario/view…?draws=…&seed=…`; what is missing or malformed takes its default. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const [plan, scenario, ...rest] = path
    .split("/")
    .filter((part) => part !== "")
    .map(decode);
  const fields = new Map(query.split("&").map((field) => field.split("=", 2) as [string, string]));
  return {
    plan,
    scenario: scenario ?? BASELINE,
    view: parseView(rest, fields),
    draws: parseDraws(fields.get("draws") ?? "") ?? DEFAULT_SETTINGS.draws,
    seed: parseSeed(fields.get("seed") ?? "") ?? DEFAULT_SETTINGS.seed,
  };
}

/** Writes the address of a route; defaults are left out of the query. */
export function formatRoute(route: Route): string {
  if (route.plan === undefined) return "#/";
  const fields = formatFields(route.view);
  const parts = [route.plan, route.scenario, ...formatView(route.view)].map(encodeURIComponent);
  if (route.draws !== DEFAULT_SETTINGS.draws) fields.push(`draws=${route.draws}`);
  if (route.seed !== DEFAULT_SETTINGS.seed) fields.push(`seed=${route.seed}`);
  return `#/${parts.join("/")}${fields.length > 0 ? `?${fields.join("&")}` : ""}`;
}

function parseView(parts: readonly string[], fields: ReadonlyMap<string, string>): View {
  const [kind, name] = parts;
  if (kind === "together") return parseTogether(fields);
  if (kind === "target" && name !== undefined) return { kind: "target", id: name };
  if (kind === "known") {
    return name === undefined ? { kind } : { kind, values: parseKnownValues(name) };
  }
  if (kind === "compare" || kind === "backtest") return { kind };
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
    case "backtest":
    case "together":
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
