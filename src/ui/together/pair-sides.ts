import type { GivenHit, PairDependence } from "../../core/results/pair-dependence.ts";

/** A pair read in one direction: what the hit of `given` says of `other` (indices of targets). */
export interface PairSide {
  readonly given: number;
  readonly other: number;
  readonly hit: GivenHit;
}

/** The direction in which a pair that depends on each other says more. */
export function strongerSide({ i, j, jGivenI, iGivenJ }: PairDependence): PairSide {
  const sides: readonly (PairSide | undefined)[] = [
    jGivenI && { given: i, other: j, hit: jGivenI },
    iGivenJ && { given: j, other: i, hit: iGivenJ },
  ];
  const [first, second] = sides
    .filter((side) => side !== undefined)
    .sort((a, b) => Math.abs(b.hit.change.value) - Math.abs(a.hit.change.value));
  const side = first ?? second;
  if (side === undefined) throw new RangeError("Neither of the two targets ever hits.");
  return side;
}

/** What the hit of each target says of each other: row `given`, column `other`; `undefined` on the diagonal. */
export function conditionalTable(
  pairs: readonly PairDependence[],
  targets: number,
): readonly (readonly (GivenHit | undefined)[])[] {
  const rows = Array.from({ length: targets }, () => new Array<GivenHit | undefined>(targets));
  for (const { i, j, jGivenI, iGivenJ } of pairs) {
    const [ofI, ofJ] = [rows[i], rows[j]];
    if (ofI === undefined || ofJ === undefined) throw new RangeError(`No pair ${i}, ${j}.`);
    ofI[j] = jGivenI;
    ofJ[i] = iGivenJ;
  }
  return rows;
}
