import type { Layer } from "./chart-spec.ts";
import type { Mark } from "./scene.ts";
import { lineMark } from "./scene.ts";
import { textWidth } from "./text-width.ts";

export type Rule = Extract<Layer, { kind: "rule" }>;

/** Font size of direct labels, pixels. */
export const LABEL_SIZE = 12;
/** Height of a line of direct labels, pixels. */
export const LABEL_LINE = 16;
const GAP = 6;

interface PlacedLabel {
  readonly rule: Rule;
  readonly anchor: "start" | "end";
  /** Lines above the plot's top edge: 0 is the line next to it. */
  readonly line: number;
}

interface Box {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

function boxOf(rule: Rule, anchor: "start" | "end", x: number, line: number): Box {
  const width = textWidth(rule.label, LABEL_SIZE) + GAP;
  return anchor === "start" ? { from: x, to: x + width, line } : { from: x - width, to: x, line };
}

/** Sides' labels lie on the lowest line, on both sides of their rule. */
function sideBoxes(rule: Rule, x: number): Box[] {
  const reach = (text: string | undefined) =>
    text === undefined ? 0 : textWidth(text, LABEL_SIZE) + GAP;
  if (rule.sides === undefined) return [];
  return [{ from: x - reach(rule.sides.low?.text), to: x + reach(rule.sides.high?.text), line: 0 }];
}

const overlaps = (a: Box, b: Box) =>
  a.line === b.line && a.from < b.to + GAP && b.from < a.to + GAP;

/**
 * Place the labels of vertical rules above the plot so that none covers another: each takes the
 * lowest free line, right of its rule if that fits between `left` and `right`, else left of it.
 */
export function placeRuleLabels(
  rules: readonly Rule[],
  x: (value: number) => number,
  [left, right]: readonly [number, number],
): readonly PlacedLabel[] {
  const taken = rules.flatMap((rule) => sideBoxes(rule, x(rule.value)));
  const placed: PlacedLabel[] = [];
  for (const rule of rules) {
    if (rule.label === "") continue;
    const choice = candidates(rule, x(rule.value), left, right).find(
      ({ box }) => !taken.some((other) => overlaps(box, other)),
    );
    if (choice === undefined) continue;
    taken.push(choice.box);
    placed.push({ rule, anchor: choice.anchor, line: choice.box.line });
  }
  return placed;
}

function candidates(rule: Rule, x: number, left: number, right: number) {
  const sides = (["start", "end"] as const).filter((anchor) => {
    const box = boxOf(rule, anchor, x, 0);
    return box.from >= left && box.to <= right;
  });
  const roomier = right - x >= x - left ? ("start" as const) : ("end" as const);
  const anchors = sides.length === 0 ? [roomier] : sides;
  return [0, 1, 2, 3, 4, 5].flatMap((line) =>
    anchors.map((anchor) => ({ anchor, box: boxOf(rule, anchor, x, line) })),
  );
}

/** Pixels that the labels of vertical rules need above the plot. */
export function ruleHeadroom(placed: readonly PlacedLabel[], rules: readonly Rule[]): number {
  const lines = Math.max(
    0,
    ...placed.map(({ line }) => line + 1),
    ...rules.map((rule) => (rule.sides === undefined ? 0 : 1)),
  );
  return lines * LABEL_LINE;
}

/** Draw the vertical rules through the plot and up to their labels. */
export function verticalRuleMarks(
  rules: readonly Rule[],
  x: (value: number) => number,
  range: readonly [number, number],
  [top, bottom]: readonly [number, number],
): Mark[] {
  const placed = placeRuleLabels(rules, x, range);
  return rules.flatMap((rule) => {
    const label = placed.find((candidate) => candidate.rule === rule);
    const lines = Math.max(label === undefined ? 0 : label.line + 1, rule.sides ? 1 : 0);
    const at = x(rule.value);
    const marks: Mark[] = [
      lineMark(
        { x: at, y: top - lines * LABEL_LINE + 2 },
        { x: at, y: bottom },
        { role: rule.color, width: rule.dashed ? 1.25 : 1.75, dashed: rule.dashed },
      ),
      ...sideMarks(rule, at, top),
    ];
    return label === undefined ? marks : [...marks, labelMark(label, at, top)];
  });
}

function labelMark({ rule, anchor, line }: PlacedLabel, x: number, top: number): Mark {
  return {
    kind: "text",
    x: anchor === "start" ? x + GAP : x - GAP,
    y: top - line * LABEL_LINE - 4,
    text: rule.label,
    size: LABEL_SIZE,
    bold: !rule.dashed,
    role: rule.color,
    anchor,
    halo: true,
  };
}

function sideMarks(rule: Rule, x: number, top: number): Mark[] {
  const { low, high } = rule.sides ?? {};
  const base = { kind: "text", y: top - 4, size: LABEL_SIZE, bold: true, halo: true } as const;
  return [
    ...(low
      ? [{ ...base, x: x - GAP, text: low.text, role: low.color, anchor: "end" } as const]
      : []),
    ...(high
      ? [{ ...base, x: x + GAP, text: high.text, role: high.color, anchor: "start" } as const]
      : []),
  ];
}
