// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { bellShaped, sampleResult } from "../../test/support/sample-result.ts";
import { createCanvasPainter } from "./canvas-painter.ts";
import { histogramSpec } from "./histogram-spec.ts";
import { type NumericSpec, numericScene } from "./numeric-scene.ts";
import { palette, type Theme } from "./palette.ts";
import type { Mark } from "./scene.ts";

interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
  readonly state: Readonly<Record<string, unknown>>;
}

/** Records what is drawn, with the colours and fonts set at that moment. */
function recordingContext() {
  const calls: Call[] = [];
  const state: Record<string, unknown> = {};
  const context = new Proxy(state, {
    get: (target, method) =>
      target[String(method)] ??
      ((...args: unknown[]) => {
        calls.push({ method: String(method), args, state: { ...target } });
      }),
  });
  return { calls, context: context as unknown as CanvasRenderingContext2D };
}

const event = { threshold: 7.5, hitSide: "above", strict: false } as const;
const result = sampleResult([{ id: "a", unit: "%", values: bellShaped(997, 8, 1), event }]);
const spec = histogramSpec(result, "a", "zh") as NumericSpec;
const { marks } = numericScene(spec, 640, 240);

function paint(theme: Theme, drawn: readonly Mark[]) {
  const { calls, context } = recordingContext();
  createCanvasPainter(context, palette(theme), 2).paint(drawn);
  return calls;
}

describe.each(["light", "dark"] as const)("a chart painted in the %s theme", (theme) => {
  const calls = paint(theme, marks);
  const of = (method: string) => calls.filter((call) => call.method === method);

  it("writes the same texts as files do", () => {
    const texts = marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
    expect(of("fillText").map(({ args }) => args[0])).toEqual(texts);
  });

  it("paints with the theme's colours only", () => {
    const known = new Set(Object.values(palette(theme)));
    for (const { state } of [...of("fillText"), ...of("fillRect")]) {
      expect(known).toContain(state["fillStyle"]);
    }
    for (const { state } of of("stroke")) expect(known).toContain(state["strokeStyle"]);
  });

  it("leaves the canvas as it found it", () => {
    expect(of("save")).toHaveLength(of("restore").length);
  });
});

it("gives every dot shape strokes or a filled outline", () => {
  const shapes = ["circle", "ring", "square", "diamond", "triangle", "cross", "plus"] as const;
  for (const shape of shapes) {
    const calls = paint("light", [{ kind: "dot", x: 5, y: 5, radius: 4, shape, role: "hit" }]);
    const strokes = calls.filter(({ method }) => method === "stroke");
    expect(strokes.length).toBe(shape === "cross" || shape === "plus" ? 2 : 1);
  }
});
