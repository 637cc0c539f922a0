import { encryptCounters, streamKey } from "../sampling/threefry.ts";

/** The worth of a set of players, bit k standing for player k: some numbers that are shared out one by one. */
export type Worth = (set: number) => Float64Array;

/**
 * Each player's share of the worth of all, less that of none: what the player adds, averaged over all orders in
 * which players can come (Shapley 1953, "A value for n-person games"). Adding player i to S weighs
 * |S|! (n − |S| − 1)! / n!. `worth` is asked once for each of the 2^n sets.
 */
export function shapleyValues(players: number, worth: Worth): readonly Float64Array[] {
  const worths = Array.from({ length: 1 << players }, (_, set) => worth(set));
  const length = worths[0]?.length ?? 0;
  const weights = orderWeights(players);
  return Array.from({ length: players }, (_, player) => {
    const share = new Float64Array(length);
    worths.forEach((without, set) => {
      if ((set & (1 << player)) !== 0) return;
      const joined = worths[set | (1 << player)]!;
      const weight = weights[sizeOf(set)]!;
      for (let k = 0; k < length; k++) share[k] = share[k]! + weight * (joined[k]! - without[k]!);
    });
    return share;
  });
}

/** The weight of sets of 0 … n − 1 others: 1 / (n · C(n − 1, size)). */
function orderWeights(players: number): readonly number[] {
  const weights: number[] = [];
  let ways = 1;
  for (let size = 0; size < players; size++) {
    weights.push(1 / (players * ways));
    ways = (ways * (players - 1 - size)) / (size + 1);
  }
  return weights;
}

const sizeOf = (set: number): number => {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size++;
  return size;
};

/** Shares from some orders only. */
export interface SampledShares {
  /** By player: the mean over all orders. They add up as those of all orders do. */
  readonly shares: readonly Float64Array[];
  /** By player, for each pair of an order and its reverse, the mean of both. */
  readonly pairs: readonly (readonly Float64Array[])[];
}

/**
 * Estimate the shares of many players from orders that come in pairs, each followed by its reverse, which cancels
 * much of the error (Mitchell et al. 2022, "Sampling permutations for Shapley value estimation").
 */
export function sampledShapleyValues(
  players: number,
  orders: readonly (readonly number[])[],
  worth: Worth,
): SampledShares {
  const all = orders.map((order) => addedBy(order, players, worth));
  const pairs = Array.from({ length: players }, (_, player) =>
    Array.from({ length: orders.length / 2 }, (_, pair) =>
      mean([all[2 * pair]![player]!, all[2 * pair + 1]![player]!]),
    ),
  );
  return { shares: pairs.map(mean), pairs };
}

/** What each player adds when they come in an order. */
function addedBy(order: readonly number[], players: number, worth: Worth): Float64Array[] {
  const added = new Array<Float64Array>(players);
  let set = 0;
  for (const player of order) {
    const before = worth(set);
    set |= 1 << player;
    added[player] = worth(set).map((value, k) => value - before[k]!);
  }
  return added;
}

function mean(vectors: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (const [k, value] of vector.entries()) sum[k] = sum[k]! + value;
  }
  return sum.map((value) => value / vectors.length);
}

/** Random orders of players 0 … n − 1 with their reverses, 2 · `pairs` of them; the same for the same seed. */
export function pairedOrders(players: number, pairs: number, seed: number): readonly number[][] {
  const key = streamKey(seed, "orders of changes");
  const blocks = Math.ceil(players / 4);
  const words = new Uint32Array(4 * blocks);
  return Array.from({ length: pairs }, (_, pair) => {
    encryptCounters(key, Uint32Array.of(0, 0, pair, 0), blocks, words);
    const order = Array.from({ length: players }, (_, player) => player);
    // Fisher and Yates; 2^32 is so much larger than any n that the remainder is as good as uniform.
    for (let last = players - 1; last > 0; last--) {
      const other = words[last]! % (last + 1);
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    return [order, [...order].reverse()];
  }).flat();
}
