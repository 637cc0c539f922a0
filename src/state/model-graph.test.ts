import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  constant,
  name,
  normal,
  number,
} from "../../test/support/build-definition.ts";
import { readPlanFolder } from "../../test/support/read-plan-folder.ts";
import { rootsOf } from "./dependencies.ts";
import { modelGraph, reachable, subgraph, targetNode } from "./model-graph.ts";

const definition = buildDefinition({
  inputs: { demand: normal(5, 2), rain: normal(0, 1) },
  parameters: { share: constant(0.4) },
  indicators: {
    output: { equation: binary(name("demand"), "*", name("share")) },
    // Needs its own past, last period's output, and today's rain.
    stock: {
      equation: binary(binary(name("stock", 1), "+", name("output", 1)), "+", name("rain")),
      history: { 2020: 1 },
    },
    ratio: { equation: binary(name("stock"), "/", binary(name("output"), "+", number(1))) },
  },
});

describe("modelGraph", () => {
  const graph = modelGraph(definition);
  const layer = (id: string) => graph.nodes.find((node) => node.id === id)?.layer;

  it("has an edge for every name in an equation, dashed where only the past is needed", () => {
    expect(graph.edges).toEqual([
      { from: "demand", to: "output", isLagged: false },
      { from: "share", to: "output", isLagged: false },
      { from: "output", to: "stock", isLagged: true },
      { from: "rain", to: "stock", isLagged: false },
      { from: "stock", to: "ratio", isLagged: false },
      { from: "output", to: "ratio", isLagged: false },
    ]);
  });

  it("puts everything behind what it needs in the same period", () => {
    expect(["demand", "share", "rain", "output", "stock", "ratio"].map(layer)).toEqual([
      0, 0, 0, 1, 1, 2,
    ]);
  });
});

describe("reachable", () => {
  const graph = modelGraph(definition);

  it("walks sources and uses, as far as it is told", () => {
    const names = (start: string, direction: "sources" | "uses", steps?: number) =>
      [...reachable(graph, start, direction, steps)].sort();
    expect(names("ratio", "sources")).toEqual([
      "demand",
      "output",
      "rain",
      "ratio",
      "share",
      "stock",
    ]);
    expect(names("ratio", "sources", 1)).toEqual(["output", "ratio", "stock"]);
    expect(names("rain", "uses")).toEqual(["rain", "ratio", "stock"]);
  });
});

describe("the graph of the shipped model", () => {
  const plan = readPlanFolder("models/jiaxing-2021/plan.yaml");
  const graph = modelGraph(plan);
  const layers = new Map(graph.nodes.map(({ id, layer }) => [id, layer]));
  const block = new Set(plan.blocks.flatMap(({ members }) => members));

  it("runs from left to right, but for the past and within blocks", () => {
    for (const { from, to, isLagged } of graph.edges) {
      if (isLagged || (block.has(from) && block.has(to))) continue;
      expect(layers.get(from)!, `${from} → ${to}`).toBeLessThan(layers.get(to)!);
    }
  });

  it("finds the roots of a target's indicator among its sources", () => {
    const target = plan.targets.find(({ id }) => id === "gdp_growth")!;
    const sources = reachable(graph, targetNode(target.id), "sources");
    for (const root of rootsOf(plan, target.indicator)) expect(sources.has(root)).toBe(true);
    for (const id of sources) {
      expect(reachable(graph, id, "uses").has(targetNode(target.id))).toBe(true);
    }
    const part = subgraph(graph, sources);
    expect(part.nodes.length).toBe(sources.size);
    expect(part.edges.length).toBeLessThan(graph.edges.length);
  });
});
