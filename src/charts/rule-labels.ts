import type { ColorRole, Layer, SideLabel } from "./chart-spec.ts";
import { lineMark, type Mark } from "./scene.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** A straight line across a chart, such as a target's. */
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

interface PlacedSide {
  readonly text: string;
  readonly color: ColorRole;
  readonly from: number;
  readonly width: number;
}

const boldWidth = (text: string) => textWidth(text, LABEL_SIZE) * BOLD;

/**
 * Lay out what a rule says of its two sides, on the line next to the plot. A text that has no room
 * on its own side stands on the other, with an arrow that points back.
 */
function placeSides(
  { sides }: Rule,
  x: number,
  [left, right]: readonly [number, number],
): readonly PlacedSide[] {
  const { low, high } = sides ?? {};
  const lowFits = low === undefined || x - GAP - boldWidth(low.text) >= left;
  const highFits = high === undefined || x + GAP + boldWidth(high.text) <= right;
  if (!lowFits) return rowOf([pointing(low, "before"), high], x, 1);
  if (!highFits) return rowOf([low, pointing(high, "after")], x, -1);
  return [...rowOf([low], x, -1), ...rowOf([high], x, 1)];
}

function pointing(side: SideLabel | undefined, where: "before" | "after"): SideLabel | undefined {
  if (side === undefined) return undefined;
  return { ...side, text: where === "before" ? `← ${side.text}` : `${side.text} →` };
}

/** Texts in a row from left to right that ends (−1) or begins (1) at a rule. */
function rowOf(
  texts: readonly (SideLabel | undefined)[],
  x: number,
  direction: 1 | -1,
): PlacedSide[] {
  const shown = texts.filter((side) => side !== undefined);
  const widths = shown.map(({ text }) => boldWidth(text));
  const total = widths.reduce((sum, width) => sum + width, 0) + (shown.length - 1) * 2 * GAP;
  let from = direction === 1 ? x + GAP : x - GAP - total;
  return shown.map(({ text, color }, index) => {
    const width = widths[index] ?? 0;
    const placed = { text, color, from, width };
    from += width + 2 * GAP;
    return placed;
  });
}

function sideBoxes(rule: Rule, x: number, range: readonly [number, number]): Box[] {
  return placeSides(rule, x, range).map(({ from, width }) => {
    return { from, to: from + width, first: 0, last: 0 };
  });
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

/** The space that a rule's own line takes up to its label. */
function lineBox(x: number, last: number): Box {
  return { from: x - 1, to: x + 1, first: 0, last };
}

/**
 * Place the labels of vertical rules above the plot so that none covers another or the line of a
 * more important one: each takes the lowest free line, right of its rule if that fits into `range`
 * (pixels), else left of it. Rules that speak of their sides come first.
 */
export function placeRuleLabels(
  rules: readonly Rule[],
  x: (value: number) => number,
  range: readonly [number, number],
): readonly PlacedLabel[] {
  const byImportance = rules.toSorted(
    (a, b) => Number(b.sides !== undefined) - Number(a.sides !== undefined),
  );
  const taken = rules.flatMap((rule) => sideBoxes(rule, x(rule.value), range));
  const placed: PlacedLabel[] = [];
  for (const rule of byImportance) {
    if (rule.label === "") continue;
    const at = x(rule.value);
    const free = candidates(rule, at, range).find(
      ({ box }) => !taken.some((other) => overlap(box, other)),
    );
    if (free === undefined) continue;
    taken.push(free.box);
    if (!rule.dashed) taken.push(lineBox(at, free.box.first));
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
    ...rules.flatMap((rule) =>
      placeSides(rule, x(rule.value), range).flatMap((side) => sideMarks(side, top)),
    ),
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

/** A patch of the surface keeps other rules' lines out from behind a text. */
function patchMark(from: number, width: number, baseline: number): Mark {
  const y = baseline - LABEL_LINE + 5;
  const box = { x: from - 1, y, width: width + 2, height: LABEL_LINE - 3 };
  return { kind: "rect", ...box, fill: { role: "surface" } };
}

function labelMarks({ rule, lines, box, anchor }: PlacedLabel, top: number): Mark[] {
  return lines.flatMap((text, index): Mark[] => {
    const y = top - (box.last - index) * LABEL_LINE - 4;
    const x = anchor === "start" ? box.from : box.to;
    const label = { x, y, text, size: LABEL_SIZE, bold: !rule.dashed, role: rule.color, anchor };
    return [patchMark(box.from, box.to - box.from, y), { kind: "text", ...label }];
  });
}

function sideMarks({ text, color, from, width }: PlacedSide, top: number): Mark[] {
  const y = top - 4;
  const label = { x: from, y, text, size: LABEL_SIZE, bold: true, role: color } as const;
  return [patchMark(from, width, y), { kind: "text", ...label, anchor: "start" }];
}
