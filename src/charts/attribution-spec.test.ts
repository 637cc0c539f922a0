import { expect, it } from "vitest";
import { harbourResult } from "../../test/support/harbour-result.ts";
import { type AttributionSubject, attributionSpec } from "./attribution-spec.ts";

const { result } = harbourResult(2_000);
const storm = {
  ...result,
  provenance: { ...result.provenance, scenarioId: "storm", scenario: { zh: "风暴", en: "Storm" } },
};
const share = (label: string, value: number) => ({
  label,
  detail: `${label} is moved`,
  value,
  standardError: 0.01,
  orderError: 0,
});
const subject: AttributionSubject = {
  results: [result, storm],
  id: "joint",
  label: "All targets",
  changes: [share("Trade", -0.031), share("Strike", -0.124), share("Rain", 0.005)],
  draws: 10_240,
  pairs: undefined,
};

it("shows the shares in percentage points, the largest first, with their sum and intervals", () => {
  const spec = attributionSpec(subject, "en");
  // By hand: −3.1 − 12.4 + 0.5 = −15.0.
  expect(spec.title).toBe("All targets: of −15.0 points, Strike accounts for −12.4");
  expect(spec.subtitle).toContain("From “Baseline” to “Storm”");
  expect(spec.y.kind === "category" && spec.y.rows.map(({ label }) => label)).toEqual([
    "Strike",
    "Trade",
    "Rain",
  ]);
  const dots = spec.layers.find(({ kind }) => kind === "dots");
  const [first] = dots?.kind === "dots" ? dots.points : [];
  expect(first?.x).toBeCloseTo(-12.4, 9);
  // 95 %: 1.96 standard errors of one point.
  expect(first?.low).toBeCloseTo(-14.36, 9);
  expect(spec.table.rows.map(([, , points]) => points)).toEqual([
    expect.closeTo(-12.4, 9),
    expect.closeTo(-3.1, 9),
    expect.closeTo(0.5, 9),
  ]);
  const [low, high] = spec.x.kind === "numeric" ? spec.x.domain : [0, 0];
  expect(low).toBeLessThan(-14.36);
  expect(high).toBeGreaterThan(0.5 + 1.96);
});

it("states the method: all orders, or how many of them", () => {
  expect(attributionSpec(subject, "zh").footnote).toContain("对所有次序取平均（沙普利值）");
  expect(attributionSpec({ ...subject, pairs: 11 }, "zh").footnote).toContain(
    "随机抽取的 22 种次序",
  );
  expect(attributionSpec({ ...subject, pairs: 11 }, "en").footnote).toContain("22 random orders");
});

it("says where nothing differs", () => {
  const none = { ...subject, changes: [share("Trade", 0)] };
  expect(attributionSpec(none, "en").title).toBe("All targets: no difference between the two");
});
