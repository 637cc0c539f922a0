import type { ColorRole } from "./chart-spec.ts";

/** Light is also the theme of every file. */
export type Theme = "light" | "dark";

/** Colours of surfaces and of the parts that carry no data. */
export type SurfaceRole = "surface" | "surface-raised" | "ink-muted" | "hairline" | "focus";

/** Every colour of the product, by role. */
export type Palette = Readonly<Record<ColorRole | SurfaceRole, string>>;

const LIGHT: Palette = {
  surface: "#fbfaf7",
  "surface-raised": "#ffffff",
  ink: "#1d1d1b",
  "ink-muted": "#5f5e59",
  muted: "#5f5e59",
  hairline: "#dedbd3",
  hit: "#0f6b78",
  miss: "#c4541b",
  neutral: "#8a877f",
  accent: "#0f6b78",
  focus: "#1b5fd1",
  "scenario-1": "#1d1d1b",
  "scenario-2": "#0f6b78",
  "scenario-3": "#c4541b",
  "scenario-4": "#3c6fd0",
  "scenario-5": "#8a6d00",
  "scenario-6": "#a03a86",
  "scenario-7": "#0a8a55",
  "scenario-8": "#7a4a2b",
};

const DARK: Palette = {
  surface: "#161715",
  "surface-raised": "#1f201d",
  ink: "#efeee9",
  "ink-muted": "#a9a79f",
  muted: "#a9a79f",
  hairline: "#3a3a36",
  hit: "#4fb6c2",
  miss: "#ee8a4f",
  neutral: "#7d7b74",
  accent: "#4fb6c2",
  focus: "#8ab4ff",
  "scenario-1": "#efeee9",
  "scenario-2": "#4fb6c2",
  "scenario-3": "#ee8a4f",
  "scenario-4": "#7fa6f2",
  "scenario-5": "#d9b93b",
  "scenario-6": "#e08bc8",
  "scenario-7": "#52c48f",
  "scenario-8": "#c79a78",
};

/** The colours of a theme. */
export function palette(theme: Theme): Palette {
  return theme === "light" ? LIGHT : DARK;
}

/**
 * The palette as CSS custom properties (`--surface`, `--ink`, `--hit`, `--scenario-1` …).
 * The page sets them on its root element; charts and strips read them from there.
 */
export function cssVariables(theme: Theme): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette(theme)).map(([role, color]) => [`--${role}`, color]),
  );
}

const SCENARIO_ROLES = [
  "scenario-1",
  "scenario-2",
  "scenario-3",
  "scenario-4",
  "scenario-5",
  "scenario-6",
  "scenario-7",
  "scenario-8",
] as const satisfies readonly ColorRole[];

/** Colour role of the scenario at a position in the list (0 = baseline); the palette repeats after eight. */
export function scenarioRole(position: number): ColorRole {
  return SCENARIO_ROLES[position % SCENARIO_ROLES.length] ?? "scenario-1";
}
