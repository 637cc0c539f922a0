import { formatKnownValues, parseKnownValues } from "./known-value.ts";
import { BASELINE } from "./plan.ts";
import { DEFAULT_SETTINGS, parseDraws, parseSeed, type RunSettings } from "./run-settings.ts";
import type { View } from "./view.ts";
import { decode, formatViewFields, parseViewFields } from "./view-fields.ts";

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
  const fields = formatViewFields(route.view);
  const parts = [route.plan, route.scenario, ...formatPath(route.view)].map(encodeURIComponent);
  const { draws, seed, shared } = route;
  const isShared = shared !== undefined;
  if (isShared || draws !== DEFAULT_SETTINGS.draws) fields.push(`draws=${draws}`);
  if (isShared || seed !== DEFAULT_SETTINGS.seed) fields.push(`seed=${seed}`);
  if (isShared) fields.push(`model=${shared.model}`, `shared=${shared.code}`);
  return `#/${parts.join("/")}${fields.length > 0 ? `?${fields.join("&")}` : ""}`;
}

function parseView(parts: readonly string[], fields: ReadonlyMap<string, string>): View {
  const [asked = "", name] = parts;
  const isBoard = !isKind(asked) || (asked === "target" && name === undefined);
  const kind = isBoard ? "scoreboard" : asked;
  const known: Readonly<Record<string, unknown>> = {
    kind,
    ...(kind === "together" && { must: [] }),
    ...(name !== undefined && parsePath(kind, name)),
    ...parseViewFields(kind, fields),
  };
  // Each part was read by its own kind of view.
  return known as unknown as View;
}

const KINDS: readonly View["kind"][] = [
  "target",
  "assumptions",
  "compare",
  "scenarios",
  "backtest",
  "seek",
  "together",
  "known",
  "annex",
  "model",
];

const isKind = (text: string): text is View["kind"] => KINDS.some((kind) => kind === text);

/** What the part of a path behind a view's name says. */
function parsePath(kind: View["kind"], name: string): Partial<View> {
  if (kind === "target") return { id: name };
  if (kind === "known") return { values: parseKnownValues(name) };
  if (kind === "compare") return { only: name.split(".") };
  return kind === "model" || kind === "assumptions" ? { name } : {};
}

function formatPath(view: View): readonly string[] {
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
