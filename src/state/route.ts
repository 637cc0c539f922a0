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
  /** `name`: the input, parameter or indicator to show. */
  | { readonly kind: "model"; readonly name?: string };

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
    view: parseView(rest),
    draws: parseDraws(fields.get("draws") ?? "") ?? DEFAULT_SETTINGS.draws,
    seed: parseSeed(fields.get("seed") ?? "") ?? DEFAULT_SETTINGS.seed,
  };
}

/** Writes the address of a route; defaults are left out of the query. */
export function formatRoute(route: Route): string {
  if (route.plan === undefined) return "#/";
  const parts = [route.plan, route.scenario, ...formatView(route.view)].map(encodeURIComponent);
  const fields: string[] = [];
  if (route.draws !== DEFAULT_SETTINGS.draws) fields.push(`draws=${route.draws}`);
  if (route.seed !== DEFAULT_SETTINGS.seed) fields.push(`seed=${route.seed}`);
  return `#/${parts.join("/")}${fields.length > 0 ? `?${fields.join("&")}` : ""}`;
}

function parseView(parts: readonly string[]): View {
  const [kind, name] = parts;
  if (kind === "target" && name !== undefined) return { kind: "target", id: name };
  if (kind === "compare" || kind === "backtest") return { kind };
  if (kind === "model" || kind === "assumptions") {
    return name === undefined ? { kind } : { kind, name };
  }
  return { kind: "scoreboard" };
}

function formatView(view: View): readonly string[] {
  switch (view.kind) {
    case "scoreboard":
      return [];
    case "target":
      return ["target", view.id];
    case "compare":
    case "backtest":
      return [view.kind];
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
