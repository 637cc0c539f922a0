import { describe, expect, it } from "vitest";
import type { ColorRole } from "./chart-spec.ts";
import { cssVariables, palette, scenarioRole, type Theme } from "./palette.ts";

type Rgb = readonly [number, number, number];

const THEMES: readonly Theme[] = ["light", "dark"];
const SCENARIOS = Array.from({ length: 8 }, (_, k) => scenarioRole(k));

/** sRGB to linear light, IEC 61966-2-1. */
function linear(color: string): Rgb {
  const channel = (at: number) => {
    const c = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (rows: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  rows.map(([x, y, z]) => x * r + y * g + z * b) as unknown as Rgb;

/** Relative luminance and contrast, WCAG 2.2. */
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/**
 * Full dichromacy (severity 1.0) in linear RGB: Machado, Oliveira and Fernandes 2009, "A
 * physiologically-based model for simulation of color vision deficiency", table 1.
 */
const VISIONS: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** OKLab, Ottosson 2020, "A perceptual color space for image processing". */
function oklab(rgb: Rgb): Rgb {
  const clipped = rgb.map((c) => Math.min(Math.max(c, 0), 1)) as unknown as Rgb;
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    clipped,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms.map(Math.cbrt) as unknown as Rgb,
  );
}

function difference(a: string, b: string, vision: readonly Rgb[]): number {
  const [p, q] = [a, b].map((color) => oklab(times(vision, linear(color))));
  return Math.hypot(...[0, 1, 2].map((k) => (p?.[k] ?? 0) - (q?.[k] ?? 0)));
}

describe.each(THEMES)("the %s palette", (theme) => {
  const colors = palette(theme);
  const surfaces = [colors.surface, colors["surface-raised"]];
  const texts: readonly ColorRole[] = ["ink", "muted", "hit", "miss", "accent", ...SCENARIOS];

  it.each(texts)("writes text in %s at 4.5 : 1 or more", (role) => {
    for (const surface of surfaces) expect(contrast(colors[role], surface)).toBeGreaterThan(4.5);
  });

  it.each(["neutral", "focus"] as const)("draws %s at 3 : 1 or more", (role) => {
    for (const surface of surfaces) expect(contrast(colors[role], surface)).toBeGreaterThan(3);
  });

  it("keeps hit and miss apart in greyscale", () => {
    expect(contrast(colors.hit, colors.miss)).toBeGreaterThan(1.8);
  });

  // 0.02 in OKLab is a just noticeable difference; the floor is four of them.
  it.each(Object.keys(VISIONS))("keeps scenarios apart under %s", (name) => {
    const vision = VISIONS[name] ?? [];
    for (const [k, a] of SCENARIOS.entries()) {
      for (const b of SCENARIOS.slice(k + 1)) {
        expect(difference(colors[a], colors[b], vision), `${a} ${b}`).toBeGreaterThan(0.08);
      }
    }
  });

  it.each(Object.keys(VISIONS))("keeps hit and miss far apart under %s", (name) => {
    expect(difference(colors.hit, colors.miss, VISIONS[name] ?? [])).toBeGreaterThan(0.15);
  });

  it("offers every role as a custom property", () => {
    expect(cssVariables(theme)["--hit"]).toBe(colors.hit);
    expect(Object.keys(cssVariables(theme))).toHaveLength(Object.keys(colors).length);
  });
});

it("repeats scenario colours after eight", () => {
  expect(scenarioRole(8)).toBe(scenarioRole(0));
  expect(new Set(SCENARIOS).size).toBe(8);
});
