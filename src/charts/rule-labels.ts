import type { Layer } from "./chart-spec.ts";
import { lineMark, type Mark } from "./scene.ts";
import { textWidth, wrapText } from "./text-width.ts";

export type Rule = Extract<Layer, { kind: "rule" }>;

/** Font size of direct labels, pixels. */
export const LABEL_SIZE = 12;
/** Height of a line of direct labels, pixels. */
const LABEL_LINE = 16;
const GAP = 6;
/** Bold text is about so much wider. */
const BOLD = 1.08;

/** Space above the plot that a label takes: from the `first` line above the plot up to the `last`. */
interface Box {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

interface PlacedLabel {
  readonly rule: Rule;
  /** From top to bottom. */
  readonly lines: readonly string[];
  readonly box: Box;
  readonly anchor: "start" | "end";
}

/** Sides' labels lie on the lowest line, on both sides of their rule. */
function sideBox(rule: Rule, x: number): Box[] {
  if (rule.sides === undefined) return [];
  const reach = (text = "") => (text === "" ? 0 : textWidth(text, LABEL_SIZE) * BOLD + GAP);
  const { low, high } = rule.sides;
  return [{ from: x - reach(low?.text), to: x + reach(high?.text), first: 0, last: 0 }];
}

function overlap(a: Box, b: Box): boolean {
  const inLines = a.first <= b.last && b.first <= a.last;
  return inLines && a.from < b.to + GAP && b.from < a.to + GAP;
}

/** Right of the rule if that fits, else left of it, else wherever it fits. */
function horizontalPlaces(x: number, width: number, [left, right]: readonly [number, number]) {
  const start = { anchor: "start" as const, from: x + GAP };
  const end = { anchor: "end" as const, from: x - GAP - width };
  const fitting = [start, end].filter(({ from }) => from >= left && from + width <= right);
  if (fitting.length > 0) return fitting;
  return [{ anchor: "start" as const, from: Math.max(left, Math.min(x + GAP, right - width)) }];
}

function candidates(rule: Rule, x: number, range: readonly [number, number]): PlacedLabel[] {
  const lines = wrapText(rule.label, (range[1] - range[0]) / BOLD, LABEL_SIZE);
  const width = Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE))) * BOLD;
  return [0, 1, 2, 3, 4, 5, 6].flatMap((first) =>
    horizontalPlaces(x, width, range).map(({ anchor, from }) => {
      const box = { from, to: from + width, first, last: first + lines.length - 1 };
      return { rule, lines, anchor, box };
    }),
  );
}

/**
 * Place the labels of vertical rules above the plot so that none covers another: each takes the
 * lowest free line, right of its rule if that fits into `range` (pixels), else left of it.
 */
export function placeRuleLabels(
  rules: readonly Rule[],
  x: (value: number) => number,
  range: readonly [number, number],
): readonly PlacedLabel[] {
  const taken = rules.flatMap((rule) => sideBox(rule, x(rule.value)));
  const placed: PlacedLabel[] = [];
  for (const rule of rules) {
    if (rule.label === "") continue;
    const free = candidates(rule, x(rule.value), range).find(
      ({ box }) => !taken.some((other) => overlap(box, other)),
    );
    if (free === undefined) continue;
    taken.push(free.box);
    placed.push(free);
  }
  return placed;
}

/** Pixels that the labels of vertical rules need above the plot. */
export function ruleHeadroom(placed: readonly PlacedLabel[], rules: readonly Rule[]): number {
  const lines = Math.max(
    0,
    ...placed.map(({ box }) => box.last + 1),
    ...rules.map((rule) => (rule.sides === undefined ? 0 : 1)),
  );
  return lines * LABEL_LINE;
}

/** Draw the vertical rules through the plot and up to their labels, lines first. */
export function verticalRuleMarks(
  rules: readonly Rule[],
  x: (value: number) => number,
  range: readonly [number, number],
  [top, bottom]: readonly [number, number],
): Mark[] {
  const placed = placeRuleLabels(rules, x, range);
  const reach = (rule: Rule) => {
    const label = placed.find((candidate) => candidate.rule === rule);
    return Math.max(label === undefined ? 0 : label.box.first + 0.9, rule.sides ? 0.9 : 0);
  };
  return [
    ...rules.flatMap((rule) =>
      ruleLine(rule, x(rule.value), top - reach(rule) * LABEL_LINE, [top, bottom]),
    ),
    ...placed.flatMap((label) => labelMarks(label, top)),
    ...rules.flatMap((rule) => sideMarks(rule, x(rule.value), top)),
  ];
}

/** A dashed line has a pale one behind it, to show on dark bars. */
function ruleLine(
  rule: Rule,
  x: number,
  from: number,
  [top, bottom]: readonly [number, number],
): Mark[] {
  const width = rule.dashed ? 1.25 : 1.75;
  const stroke = { role: rule.color, width, dashed: rule.dashed };
  const line = lineMark({ x, y: from }, { x, y: bottom }, stroke);
  if (!rule.dashed) return [line];
  const pale = { role: "surface", width: 2.5 } as const;
  return [lineMark({ x, y: top }, { x, y: bottom }, pale), line];
}

function labelMarks({ rule, lines, box, anchor }: PlacedLabel, top: number): Mark[] {
  return lines.map((text, index) => ({
    kind: "text",
    x: anchor === "start" ? box.from : box.to,
    y: top - (box.last - index) * LABEL_LINE - 4,
    text,
    size: LABEL_SIZE,
    bold: !rule.dashed,
    role: rule.color,
    anchor,
    halo: true,
  }));
}

/** A patch of the surface keeps other rules' lines out from behind the text. */
function sideMarks(rule: Rule, x: number, top: number): Mark[] {
  const { low, high } = rule.sides ?? {};
  const base = { kind: "text", y: top - 4, size: LABEL_SIZE, bold: true } as const;
  const patch = (from: number, width: number): Mark => {
    const box = { x: from, y: top - LABEL_LINE + 1, width, height: LABEL_LINE - 1 };
    return { kind: "rect", ...box, fill: { role: "surface" } };
  };
  const width = (text: string) => textWidth(text, LABEL_SIZE) * BOLD;
  const marks: Mark[] = [];
  if (low) {
    marks.push(patch(x - GAP - width(low.text), width(low.text)));
    marks.push({ ...base, x: x - GAP, text: low.text, role: low.color, anchor: "end" });
  }
  if (high) {
    marks.push(patch(x + GAP - 2, width(high.text) + 2));
    marks.push({ ...base, x: x + GAP, text: high.text, role: high.color, anchor: "start" });
  }
  return marks;
}
