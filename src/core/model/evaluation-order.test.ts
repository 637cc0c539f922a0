import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binary,
  call,
  conditional,
  dated,
  name,
  number,
  unary,
} from "../../../test/support/build-definition.ts";
import {
  type EvaluationOrder,
  evaluationOrder,
  namesIn,
  outsideCircle,
} from "./evaluation-order.ts";
import type { Expression } from "./expression.ts";

const sum = (names: readonly string[]): Expression =>
  names.reduce<Expression>((all, each) => binary(all, "+", name(each)), number(0));
const equations = (needs: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(needs).map(([id, names]) => ({ id, equation: sum(names) }));

/** Random needs among x0 … x9; `acyclic` allows only those of smaller numbers. */
const needs = (acyclic: boolean) =>
  fc
    .array(fc.array(fc.nat(9), { maxLength: 4 }), { minLength: 10, maxLength: 10 })
    .map((rows) =>
      Object.fromEntries(
        rows.map((row, i) => [
          `x${i}`,
          row
            .map((j) => (acyclic ? (i === 0 ? undefined : `x${j % i}`) : `x${j}`))
            .filter((each) => each !== undefined),
        ]),
      ),
    );

describe("namesIn", () => {
  it("goes from left to right through every kind of part", () => {
    const all = conditional(
      binary(name("a"), "<", unary("-", name("b", 1))),
      call("max", dated("c", 2020), number(1)),
      unary("not", name("a")),
    );
    expect([...namesIn(all)]).toEqual([name("a"), name("b", 1), dated("c", 2020), name("a")]);
  });
});

const idsOf = (order: EvaluationOrder<{ readonly id: string }>): readonly string[] =>
  order.kind === "ordered"
    ? order.steps.flatMap(({ equations: inStep }) => inStep.map(({ id }) => id))
    : [];

describe("evaluationOrder", () => {
  it("lets a year bind only in the first period", () => {
    const since = (year: number) => [
      { id: "index", equation: binary(name("level"), "/", dated("level", year)) },
      { id: "level", equation: binary(dated("index", year), "+", number(1)) },
    ];
    const history = evaluationOrder(since(2020), 2021);
    expect(idsOf(history)).toEqual(["level", "index"]);
    expect(evaluationOrder(since(2021), 2021)).toEqual({
      kind: "cyclic",
      cycles: [["index", "level", "index"]],
    });
  });

  it("puts every equation once, behind what it needs", () => {
    fc.assert(
      fc.property(needs(true), fc.infiniteStream(fc.nat()), (graph, random) => {
        const given = equations(graph)
          .map((each) => [each, random.next().value] as const)
          .sort(([, a], [, b]) => a - b)
          .map(([each]) => each);
        const order = evaluationOrder(given);
        const ids = idsOf(order);
        expect([...ids].sort()).toEqual(Object.keys(graph).sort());
        for (const [id, names] of Object.entries(graph)) {
          for (const each of names) expect(ids.indexOf(each)).toBeLessThan(ids.indexOf(id));
        }
      }),
    );
  });

  it("reports cycles that are there, if and only if there is no order", () => {
    fc.assert(
      fc.property(needs(false), (graph) => {
        const order = evaluationOrder(equations(graph));
        // Brute force: names that reach themselves.
        const reaches = (from: string): ReadonlySet<string> => {
          const seen = new Set<string>();
          const open = [...(graph[from] ?? [])];
          for (const each of open)
            if (!seen.has(each)) {
              seen.add(each);
              open.push(...(graph[each] ?? []));
            }
          return seen;
        };
        const circular = Object.keys(graph).some((id) => reaches(id).has(id));
        expect(order.kind).toBe(circular ? "cyclic" : "ordered");
        const cycles = order.kind === "cyclic" ? order.cycles : [];
        for (const cycle of cycles) {
          expect(cycle[0]).toBe(cycle.at(-1));
          expect(new Set(cycle).size).toBe(cycle.length - 1);
          for (const [i, next] of cycle.slice(1).entries())
            expect(graph[cycle[i]!]).toContain(next);
        }
      }),
    );
  });

  it("reports each separate cycle, the shortest way round", () => {
    const graph = {
      a: ["b"],
      b: ["c", "a"],
      c: ["a"],
      d: ["d", "a"],
      e: ["d"],
      f: ["g"],
      g: ["f"],
    };
    const order = evaluationOrder(equations(graph));
    expect(order).toEqual({
      kind: "cyclic",
      cycles: [
        ["a", "b", "a"],
        ["d", "d"],
        ["f", "g", "f"],
      ],
    });
  });

  it("is not bound by last period's values, nor by names without an equation", () => {
    const given = [
      { id: "a", equation: name("b") },
      { id: "b", equation: binary(name("a", 1), "+", name("input")) },
    ];
    const order = evaluationOrder(given);
    expect(idsOf(order)).toEqual(["b", "a"]);
  });

  it("takes long chains", () => {
    const long = Array.from({ length: 20_000 }, (_, i) => ({
      id: `x${i}`,
      equation: name(`x${i + 1}`),
    }));
    expect(evaluationOrder(long).kind).toBe("ordered");
  });
});

describe("evaluationOrder with blocks", () => {
  const graph = { use: ["b"], a: ["b", "before"], b: ["c"], c: ["a"], before: [] };
  const block = { id: "circle", members: ["a", "b", "c"] };

  it("takes a block as one step, behind what any member needs and before what needs one", () => {
    const order = evaluationOrder(equations(graph), undefined, [block]);
    expect(order).toMatchObject({
      kind: "ordered",
      steps: [
        { equations: [{ id: "before" }] },
        { block: "circle", equations: [{ id: "a" }, { id: "b" }, { id: "c" }] },
        { equations: [{ id: "use" }] },
      ],
    });
  });

  it("reports a circle that leads through a block and back", () => {
    const order = evaluationOrder(equations({ ...graph, before: ["use"] }), undefined, [block]);
    expect(order).toEqual({
      kind: "cyclic",
      cycles: [["use", "[a, b, c]", "before", "use"]],
    });
  });
});

describe("outsideCircle", () => {
  it("names the members that no circle joins with the others", () => {
    expect(outsideCircle(equations({ a: ["b"], b: ["a"] }))).toEqual([]);
    expect(outsideCircle(equations({ a: ["a"] }))).toEqual([]);
    expect(outsideCircle(equations({ a: ["b"], b: [] }))).toEqual(["a", "b"]);
    // d needs the circle of a, b and c, which does not need d.
    expect(outsideCircle(equations({ d: ["a"], a: ["b", "a"], b: ["c"], c: ["a"] }))).toEqual([
      "d",
    ]);
  });
});
