import type { Program } from "../../src/core/model/program.ts";

/**
 * Two inputs x and y, their sum s and quotient q = x / max(y, 0); targets s > 1 (stretch s > 2) and
 * q ≥ 0, which is undefined where y ≤ 0. Written by hand, so that a test of the runners needs no
 * parser. `sdOfY` gives another program of the same shape.
 */
export function smallProgram(sdOfY = 2): Program {
  return {
    registerCount: 14,
    constants: [
      { register: 0, value: 0 },
      { register: 1, value: 1 },
      { register: 2, value: 2 },
    ],
    inputs: [
      {
        stream: "x@2021",
        dimension: 0,
        distribution: { kind: "normal", mean: 0, sd: 1 },
        register: 3,
      },
      {
        stream: "y@2021",
        dimension: 1,
        distribution: { kind: "normal", mean: 1, sd: sdOfY },
        register: 4,
      },
    ],
    copulas: [{ members: [0, 1], factor: Float64Array.of(1, 0, 0.6, 0.8) }],
    instructions: [
      { operation: "add", target: 5, a: 3, b: 4, c: 3 },
      { operation: "less", target: 6, a: 1, b: 5, c: 1 },
      { operation: "less", target: 7, a: 2, b: 5, c: 2 },
      { operation: "maximum", target: 8, a: 4, b: 0, c: 4 },
      { operation: "divide", target: 9, a: 3, b: 8, c: 3 },
      { operation: "finite", target: 10, a: 9, b: 9, c: 9 },
      { operation: "less_equal", target: 11, a: 0, b: 10, c: 0 },
    ],
    columns: [
      { name: "x@2021", register: 3 },
      { name: "y@2021", register: 4 },
      { name: "s@2021", register: 5 },
      { name: "q@2021", register: 9 },
    ],
    targets: [
      {
        id: "s",
        hit: 6,
        stretchHit: 7,
        value: 2,
        threshold: 1,
        stretchThreshold: 2,
        hitSide: "above",
        strict: true,
      },
      { id: "q", hit: 11, value: 3, threshold: 0, hitSide: "above", strict: false },
    ],
    targetSets: [
      { set: "all", members: [0, 1] },
      { set: "binding", members: [1] },
      { set: "expected", members: [0] },
    ],
  };
}
