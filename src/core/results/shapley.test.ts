import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUniforms } from "../../../test/support/random-numbers.ts";
import { pairedOrders, sampledShapleyValues, shapleyValues, type Worth } from "./shapley.ts";

/** A game with any worths. */
function anyWorth(players: number, seed: number): Worth {
  const uniform = createUniforms(seed);
  const worths = Array.from({ length: 2 ** players }, () =>
    Float64Array.of(uniform(), 100 * uniform() - 50),
  );
  return (set) => worths[set]!;
}

function orders(players: readonly number[]): readonly (readonly number[])[] {
  if (players.length === 0) return [[]];
  return players.flatMap((first) =>
    orders(players.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k);

/** The definition, by brute force: what a player adds, averaged over all n! orders. */
function overAllOrders(players: number, worth: Worth, component: number): readonly number[] {
  const all = orders(range(players));
  return range(players).map((player) => {
    const added = all.map((order) => {
      const before = order
        .slice(0, order.indexOf(player))
        .reduce((set, each) => set | (1 << each), 0);
      return worth(before | (1 << player))[component]! - worth(before)[component]!;
    });
    return added.reduce((sum, each) => sum + each, 0) / all.length;
  });
}

const game = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 1e6 }));

describe("Shapley's values", () => {
  it("are what each player adds, averaged over all orders", () => {
    fc.assert(
      fc.property(game, ([players, seed]) => {
        const worth = anyWorth(players, seed);
        const shares = shapleyValues(players, worth);
        for (const component of [0, 1]) {
          overAllOrders(players, worth, component).forEach((expected, player) => {
            expect(shares[player]![component]).toBeCloseTo(expected, 9);
          });
        }
      }),
    );
  });

  it("add up to the worth of all less that of none, also from some orders only", () => {
    fc.assert(
      fc.property(game, fc.integer({ min: 1, max: 4 }), ([players, seed], pairs) => {
        const worth = anyWorth(players, seed);
        const total = worth(2 ** players - 1)[1]! - worth(0)[1]!;
        const some = sampledShapleyValues(players, pairedOrders(players, pairs, seed), worth);
        for (const shares of [shapleyValues(players, worth), some.shares]) {
          expect(shares.reduce((sum, share) => sum + share[1]!, 0)).toBeCloseTo(total, 9);
        }
      }),
    );
  });

  it("give nothing to who adds nothing, and the same to who add the same", () => {
    // The worth is 1 where players 0 and 1 are both there; 2 never matters.
    const worth: Worth = (set) => Float64Array.of((set & 3) === 3 ? 1 : 0);
    // Glove game, by hand: each of the two is the last to come in half of the orders.
    expect(shapleyValues(3, worth).map(([share]) => share)).toEqual([0.5, 0.5, 0]);
  });

  it("follow from all orders taken as a sample, and pairs tell their mean", () => {
    const worth = anyWorth(4, 5);
    // Every order with its reverse: each stands there twice.
    const all = orders(range(4)).flatMap((order) => [order, [...order].reverse()]);
    const { shares, pairs } = sampledShapleyValues(4, all, worth);
    shapleyValues(4, worth).forEach((exact, player) => {
      expect(shares[player]![1]).toBeCloseTo(exact[1]!, 9);
      const means = pairs[player]!.map(([, each]) => each!);
      expect(means.reduce((sum, each) => sum + each, 0) / means.length).toBeCloseTo(exact[1]!, 9);
    });
  });
});

describe("random orders", () => {
  it("come with their reverses, hold every player once, and put each anywhere alike", () => {
    const drawn = pairedOrders(5, 2000, 1);
    expect(drawn).toHaveLength(4000);
    expect(drawn[1]).toEqual([...drawn[0]!].reverse());
    for (const order of drawn) expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
    for (const player of range(5)) {
      const firsts = drawn
        .filter((_, index) => index % 2 === 0)
        .filter(([first]) => first === player);
      // Binomial(2000, 1/5): standard deviation √(2000 · 0.16) ≈ 17.9; five of them.
      expect(Math.abs(firsts.length - 400)).toBeLessThan(90);
    }
    expect(pairedOrders(5, 3, 1)).toEqual(drawn.slice(0, 6));
  });
});
