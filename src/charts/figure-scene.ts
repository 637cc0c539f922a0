import { type CategorySpec, categoryScene } from "./category-scene.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { legendScene } from "./legend-marks.ts";
import { type NumericSpec, numericScene } from "./numeric-scene.ts";
import { lineMark, type Mark, type Scene } from "./scene.ts";
import { wrapText } from "./text-width.ts";

/** Whether a chart has rows (drawn as SVG everywhere) rather than two numeric axes. */
export function hasRows(spec: ChartSpec): spec is CategorySpec {
  return spec.y.kind === "category";
}

/** Axes and contents of a chart at a width; `plotHeight` counts for numeric axes only. Pixels. */
export function bodyScene(spec: ChartSpec, width: number, plotHeight: number): Scene {
  return hasRows(spec)
    ? categoryScene(spec, width)
    : numericScene(spec as NumericSpec, width, plotHeight);
}

const PADDING = 24;

interface Block {
  readonly text: string;
  readonly size: number;
  readonly line: number;
  readonly role: "ink" | "ink-muted";
  readonly bold?: boolean;
}

function textBlock({ text, size, line, role, bold = false }: Block, y: number, width: number) {
  const lines = text === "" ? [] : wrapText(text, width, size * (bold ? 1.06 : 1));
  const marks = lines.map((content, k): Mark => {
    const baseline = y + k * line + size;
    return { kind: "text", x: 0, y: baseline, text: content, size, role, bold, anchor: "start" };
  });
  return { marks, bottom: y + lines.length * line };
}

function stack(blocks: readonly Block[], width: number): Scene {
  let y = 0;
  const marks = blocks.flatMap((block) => {
    const placed = textBlock(block, y, width);
    y = placed.bottom;
    return placed.marks;
  });
  return { width, height: y, marks };
}

function header(spec: ChartSpec, width: number): Scene {
  const blocks: Block[] = [
    { text: spec.title, size: 20, line: 28, role: "ink", bold: true },
    { text: spec.subtitle, size: 13, line: 20, role: "ink-muted" },
  ];
  return stack(blocks, width);
}

function footer(spec: ChartSpec, width: number): Scene {
  const small = { size: 11, line: 16, role: "ink-muted" } as const;
  const texts = [spec.footnote ?? "", spec.source, spec.provenance];
  const scene = stack(
    texts.map((text) => ({ ...small, text })),
    width,
  );
  const rule = lineMark({ x: 0, y: -9 }, { x: width, y: -9 }, { role: "hairline", width: 1 });
  return { ...scene, marks: [rule, ...scene.marks] };
}

/** Move a mark. */
function shifted(mark: Mark, dx: number, dy: number): Mark {
  if (mark.kind !== "path") return { ...mark, x: mark.x + dx, y: mark.y + dy };
  return { ...mark, points: mark.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) };
}

/**
 * A complete figure for a file: title, subtitle, legend, chart, notes, source and provenance, with
 * margins. Pixels; `plotHeight` counts for numeric axes only.
 */
export function figureScene(spec: ChartSpec, width: number, plotHeight: number): Scene {
  const inner = width - 2 * PADDING;
  const parts = [
    { scene: header(spec, inner), gap: 12 },
    { scene: legendScene(spec.legend, inner), gap: spec.legend.length === 0 ? 0 : 6 },
    { scene: bodyScene(spec, inner, plotHeight), gap: 24 },
    { scene: footer(spec, inner), gap: 0 },
  ];
  let y = PADDING - 4;
  const marks = parts.flatMap(({ scene, gap }) => {
    const placed = scene.marks.map((mark) => shifted(mark, PADDING, y));
    y += scene.height + gap;
    return placed;
  });
  return { width, height: Math.ceil(y + PADDING - 6), marks };
}
