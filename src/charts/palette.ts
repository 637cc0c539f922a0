import type { ColorRole } from "./chart-spec.ts";

/** Light is also the theme of every file. */
export type Theme = "light" | "dark";

/** Colours of surfaces and of the parts that carry no data. */
export type SurfaceRole = "surface" | "surface-raised" | "ink-muted" | "hairline" | "focus";

/**
 * Every colour of the product, by role. `hit` and `miss` differ in lightness too, so that they stay
 * apart in greyscale; scenarios were chosen to stay apart under protanopia and deuteranopia.
 */
export type Palette = Readonly<Record<ColorRole | SurfaceRole, string>>;

const LIGHT: Palette = {
  surface: "#fbfaf7",
  "surface-raised": "#ffffff",
  ink: "#1d1d1b",
  "ink-muted": "#5f5e59",
  muted: "#5f5e59",
  hairline: "#dedbd3",
  hit: "#0a4f5c",
  miss: "#c2501a",
  neutral: "#8a877f",
  accent: "#0a4f5c",
  focus: "#1b5fd1",
  "scenario-1": "#1d1d1b",
  "scenario-2": "#136fca",
  "scenario-3": "#ae4c06",
  "scenario-4": "#852688",
  "scenario-5": "#067457",
  "scenario-6": "#607594",
  "scenario-7": "#381d5e",
  "scenario-8": "#d31f68",
};

const DARK: Palette = {
  surface: "#161715",
  "surface-raised": "#1f201d",
  ink: "#efeee9",
  "ink-muted": "#a9a79f",
  muted: "#a9a79f",
  hairline: "#3a3a36",
  hit: "#86d8e0",
  miss: "#df7439",
  neutral: "#7d7b74",
  accent: "#86d8e0",
  focus: "#8ab4ff",
  "scenario-1": "#efeee9",
  "scenario-2": "#a1b4f8",
  "scenario-3": "#f7ad03",
  "scenario-4": "#af77e6",
  "scenario-5": "#99cfb1",
  "scenario-6": "#89a0a7",
  "scenario-7": "#e8e97b",
  "scenario-8": "#fa665f",
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
