import type { ModelGraph } from "../../state/model-graph.ts";

/** Size of a node and the room around it, in pixels at full size. */
export const NODE_WIDTH = 148;
export const NODE_HEIGHT = 34;
const COLUMN = NODE_WIDTH + 64;
const ROW = NODE_HEIGHT + 10;
/** Sweeps from left to right and back. */
const SWEEPS = 12;

/** The upper left corner of a node. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
}

export interface GraphLayout {
  readonly places: ReadonlyMap<string, NodePlace>;
  readonly width: number;
  readonly height: number;
  /** Ids from left to right, and within a column from top to bottom. */
  readonly columns: readonly (readonly string[])[];
}

/**
 * Places a graph in columns by layer; layers without nodes take no room. Within a column nodes are ordered by the
 * mean place of their neighbours in the columns before, then behind, sweep by sweep (the barycentre heuristic:
 * Sugiyama, Tagawa and Toda 1981, "Methods for visual understanding of hierarchical system structures", IEEE
 * Transactions on Systems, Man, and Cybernetics 11, 109-125), then moved towards them as far as others leave room.
 */
export function layerLayout({ nodes, edges }: ModelGraph): GraphLayout {
  const layers = [...new Set(nodes.map(({ layer }) => layer))].sort((a, b) => a - b);
  const columns = layers.map((layer) =>
    nodes.filter((node) => node.layer === layer).map(({ id }) => id),
  );
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const columnOf = new Map(
    columns.flatMap((ids, column) => ids.map((id) => [id, column] as const)),
  );
  const tallest = Math.max(0, ...columns.map(({ length }) => length));
  const y = new Map<string, number>();
  for (const ids of columns) stack(ids, y, () => ((tallest - ids.length) * ROW) / 2);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForward = sweep % 2 === 0;
    const order = isForward ? [...columns.keys()] : [...columns.keys()].reverse();
    for (const column of order) {
      const ids = columns[column] ?? [];
      const wish = new Map(
        ids.map((id) => [id, meanPlace(id, column, isForward, neighbours, columnOf, y)] as const),
      );
      ids.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      settle(ids, wish, y);
    }
  }
  const top = Math.min(...y.values());
  const bottom = Math.max(...y.values()) + NODE_HEIGHT;
  return {
    columns,
    places: new Map(
      columns.flatMap((ids, column) =>
        ids.map((id) => [id, { x: column * COLUMN, y: (y.get(id) ?? 0) - top }] as const),
      ),
    ),
    width: Math.max(0, (columns.length - 1) * COLUMN + NODE_WIDTH),
    height: nodes.length === 0 ? 0 : bottom - top,
  };
}

function stack(ids: readonly string[], y: Map<string, number>, first: () => number): void {
  ids.forEach((id, row) => {
    y.set(id, first() + row * ROW);
  });
}

/** Mean height of the neighbours on one side; of all where there is none on that side; its own where there is none. */
function meanPlace(
  id: string,
  column: number,
  isForward: boolean,
  neighbours: ReadonlyMap<string, readonly string[]>,
  columnOf: ReadonlyMap<string, number>,
  y: ReadonlyMap<string, number>,
): number {
  const all = neighbours.get(id) ?? [];
  const side = all.filter((other) => {
    const there = columnOf.get(other) ?? column;
    return isForward ? there < column : there > column;
  });
  const some = side.length > 0 ? side : all;
  if (some.length === 0) return y.get(id) ?? 0;
  return some.reduce((sum, other) => sum + (y.get(other) ?? 0), 0) / some.length;
}

/**
 * Gives each node of a column the height it wishes, at least a row apart and in this order, with the least sum of
 * squared distances (pool adjacent violators: Barlow, Bartholomew, Bremner and Brunk 1972, "Statistical Inference
 * under Order Restrictions").
 */
function settle(
  ids: readonly string[],
  wish: ReadonlyMap<string, number>,
  y: Map<string, number>,
): void {
  const pools: { sum: number; readonly ids: string[] }[] = [];
  ids.forEach((id, row) => {
    let pool = { sum: (wish.get(id) ?? 0) - row * ROW, ids: [id] };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.ids.length <= pool.sum / pool.ids.length) break;
      pools.pop();
      pool = { sum: last.sum + pool.sum, ids: [...last.ids, ...pool.ids] };
    }
    pools.push(pool);
  });
  let row = 0;
  for (const pool of pools) {
    for (const id of pool.ids) y.set(id, pool.sum / pool.ids.length + row++ * ROW);
  }
}
