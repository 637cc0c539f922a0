import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode, ModelGraph } from "../../state/model-graph.ts";
import { layerLayout, NODE_HEIGHT, NODE_WIDTH } from "./layer-layout.ts";

const graphs: fc.Arbitrary<ModelGraph> = fc
  .tuple(
    fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 80 }),
  )
  .map(([layers, pairs]) => {
    const nodes = layers.map(
      (layer, k): GraphNode => ({
        id: `n${k}`,
        kind: "indicator",
        label: { zh: "", en: "" },
        isLever: false,
        layer,
      }),
    );
    const edges = pairs.map(
      ([a, b]): GraphEdge => ({
        from: `n${a % nodes.length}`,
        to: `n${b % nodes.length}`,
        isLagged: false,
      }),
    );
    return { nodes, edges };
  });

describe("layerLayout", () => {
  it("keeps columns in the order of layers, nodes apart, and all within its size", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { places, width, height, columns } = layerLayout(graph);
        for (const a of graph.nodes) {
          const at = places.get(a.id)!;
          expect(at.x).toBeGreaterThanOrEqual(0);
          expect(at.x + NODE_WIDTH).toBeLessThanOrEqual(width);
          expect(at.y).toBeGreaterThanOrEqual(-1e-9);
          expect(at.y + NODE_HEIGHT).toBeLessThanOrEqual(height + 1e-9);
          for (const b of graph.nodes) {
            const other = places.get(b.id)!;
            if (a.layer < b.layer) expect(at.x + NODE_WIDTH).toBeLessThan(other.x);
            if (a.layer === b.layer && a !== b) {
              expect(Math.abs(at.y - other.y)).toBeGreaterThan(NODE_HEIGHT);
            }
          }
        }
        expect(columns.flat().length).toBe(graph.nodes.length);
      }),
    );
  });

  it("crosses no lines where none need to cross", () => {
    // Three chains whose members are listed in opposite orders.
    const node = (id: string, layer: number): GraphNode => ({
      id,
      kind: "indicator",
      label: { zh: id, en: id },
      isLever: false,
      layer,
    });
    const nodes = [0, 1, 2].flatMap((k) => [node(`a${k}`, 0), node(`b${2 - k}`, 1)]);
    const edges = [0, 1, 2].map((k) => ({ from: `a${k}`, to: `b${k}`, isLagged: false }));
    const { places } = layerLayout({ nodes, edges });
    for (const k of [0, 1, 2]) expect(places.get(`a${k}`)?.y).toBe(places.get(`b${k}`)?.y);
  });

  it("is nothing for nothing", () => {
    expect(layerLayout({ nodes: [], edges: [] })).toMatchObject({ width: 0, height: 0 });
  });
});
