import fc from "fast-check";
import type { JointGroup } from "../../src/core/model/definition.ts";
import type { Distribution } from "../../src/core/model/distribution.ts";
import type { Expression } from "../../src/core/model/expression.ts";
import { REFERENCE_DISTRIBUTIONS } from "../../src/core/sampling/reference-distributions.ts";
import { arbitraryExpression } from "./arbitrary-expression.ts";
import { constant, name, normal, type Sketch, threshold } from "./build-definition.ts";

const base: fc.Arbitrary<Distribution> = fc.constantFrom(
  ...REFERENCE_DISTRIBUTIONS.map(({ d }) => d),
);
/** Any distribution that a file can state. */
export const arbitraryDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  { weight: 6, arbitrary: base },
  fc.constantFrom(constant(2), normal(0, 2), {
    kind: "empirical",
    values: [-1, 0, 1, 2, 3],
  } as const),
  fc
    .tuple(base, fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(-2, -1, 0.5, 3))
    .map(([of, shift, scale]): Distribution => ({ kind: "affine", base: of, shift, scale })),
);

const NAMES = ["a", "b", "c", "d", "e"];

/** Two more inputs joined by a copula, of Student's t or Gaussian. */
const arbitraryGroup: fc.Arbitrary<JointGroup> = fc
  .record({
    r: fc.double({ min: -0.95, max: 0.95, noNaN: true }),
    df: fc.option(fc.constantFrom(1, 2.5, 4, 30), { nil: undefined }),
  })
  .map(({ r, df }) => ({
    members: ["g", "f"],
    correlation: [
      [1, r],
      [r, 1],
    ],
    ...(df !== undefined && { df }),
  }));

/** Models of five inputs and a group, some correlated, and three equations with targets of several kinds. */
export const arbitrarySketch: fc.Arbitrary<Sketch> = fc
  .record({
    distributions: fc.array(arbitraryDistribution, { minLength: 5, maxLength: 5 }),
    joined: fc.tuple(arbitraryDistribution, arbitraryDistribution),
    group: arbitraryGroup,
    ranks: fc.array(fc.constantFrom(0, 0, 0.3, -0.25), { minLength: 4, maxLength: 4 }),
    equations: fc.tuple(
      arbitraryExpression(NAMES),
      arbitraryExpression(NAMES),
      arbitraryExpression([...NAMES, "f", "g", "x", "y"]),
    ),
    line: fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), arbitraryExpression(NAMES)),
  })
  .map(({ distributions, joined: [f, g], group, ranks, equations: [x, y, z], line }) => ({
    inputs: {
      ...Object.fromEntries(NAMES.map((id, index) => [id, distributions[index] ?? normal(0, 1)])),
      f,
      g,
    },
    jointGroups: [group],
    indicators: { x: { equation: x }, y: { equation: y }, z: { equation: z } },
    correlations: ranks.flatMap((rank, index) =>
      rank === 0 ? [] : [[NAMES[index] ?? "", NAMES[index + 1] ?? "", rank] as const],
    ),
    targets: targetsOf(line),
  }));

function targetsOf(line: number | Expression): NonNullable<Sketch["targets"]> {
  return [
    {
      indicator: "x",
      relation: { kind: "at_least", threshold: threshold(line) },
      stretch: threshold(3),
    },
    { indicator: "y", relation: { kind: "positive" } },
    {
      indicator: "z",
      relation: { kind: "in_line_with", reference: threshold(name("a")), tolerance: 1 },
    },
  ];
}
