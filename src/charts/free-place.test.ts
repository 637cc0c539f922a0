import { expect, test } from "vitest";
import { freePlace, type TextPlace } from "./free-place.ts";
import { textWidth } from "./text-width.ts";

const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
const above: TextPlace = { x: 100, y: 45, anchor: "middle" };
const below: TextPlace = { x: 100, y: 65, anchor: "middle" };
const across = (y: number) => [
  { x: 0, y },
  { x: 200, y },
];

test("the first place is taken unless a line runs through it", () => {
  expect(freePlace("8%", 12, [above, below], [across(50)], bounds)).toBe(above);
  expect(freePlace("8%", 12, [above, below], [across(40)], bounds)).toBe(below);
});

test("a place that leaves the chart is none", () => {
  const outside: TextPlace = { x: 199, y: 45, anchor: "start" };
  expect(freePlace("8%", 12, [outside, below], [], bounds)).toBe(below);
  expect(freePlace("8%", 12, [{ ...above, y: 5 }, below], [], bounds)).toBe(below);
});

test("where lines are everywhere, the text covers the least of them", () => {
  // A level line covers the text's whole width; an upright one only its height, 15 pixels.
  expect(textWidth("wanted 60%", 12)).toBeGreaterThan(15);
  const upright = [
    { x: 100, y: 52 },
    { x: 100, y: 100 },
  ];
  const lines = [across(40), upright];
  expect(freePlace("wanted 60%", 12, [above, below], lines, bounds)).toBe(below);
});
