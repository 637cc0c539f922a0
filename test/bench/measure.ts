import { tell } from "../support/terminal.ts";
import { type Contender, type PeerProcess, type PeerRun, startPeer } from "./peer-process.ts";
import { deviation } from "./statistics-of-rounds.ts";

/** What was measured of one contender; times in nanoseconds per draw, one for each round. */
export interface Measured {
  readonly name: string;
  readonly made: string;
  readonly draws: number;
  readonly perDraw: readonly number[];
  readonly peakMiB: number;
  readonly last: PeerRun;
}

/** Beyond this, in standard errors of the difference, probabilities are not those of the same model. */
const TOLERANCE = 4.5;

/** Measure contenders in rounds: in each, all of them one after the other. The first round does not count. */
export async function measureRounds(
  contenders: readonly Contender[],
  rounds: number,
): Promise<readonly Measured[]> {
  const peers: PeerProcess[] = [];
  for (const contender of contenders) peers.push(await startPeer(contender));
  const runs: PeerRun[][] = contenders.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
    for (const [index, peer] of peers.entries()) {
      const run = await peer.run(contenders[index]?.draws ?? 1);
      if (round > 0) runs[index]?.push(run);
    }
  }
  for (const peer of peers) peer.close();
  return contenders.flatMap(({ name, draws }, index) => {
    const own = runs[index] ?? [];
    const last = own.at(-1);
    if (last === undefined) return [];
    return {
      name,
      draws,
      made: peers[index]?.made ?? "",
      perDraw: own.map(({ ms }) => (1e6 * ms) / draws),
      peakMiB: last.peakMiB,
      last,
    };
  });
}

/** Throws unless all have found the same probabilities, up to the error of simulation. */
export function requireAgreement(measured: readonly Measured[]): number {
  const [first, ...others] = measured;
  let comparisons = 0;
  for (const { name, draws, last } of others) {
    if (first === undefined || first.last.probabilities.length !== last.probabilities.length) {
      throw new Error(`${name} has other targets than ${first?.name}.`);
    }
    const ours = [...first.last.probabilities, first.last.joint];
    [...last.probabilities, last.joint].forEach((theirs, target) => {
      const distance = deviation(ours[target] ?? Number.NaN, first.draws, theirs, draws);
      comparisons++;
      if (!(distance <= TOLERANCE)) {
        throw new Error(
          `${name}: target ${target} has ${theirs}, ${first.name} ${ours[target]}, ` +
            `${distance.toFixed(1)} standard errors apart.`,
        );
      }
    });
  }
  return comparisons;
}

/** Measure one contender in a fresh process at growing numbers of draws, with its memory after each. */
export async function measureSizes(
  contender: Contender,
  sizes: readonly number[],
  rounds: number,
): Promise<readonly SizeMeasured[]> {
  const peer = await startPeer(contender);
  await peer.run(contender.draws);
  const measured: SizeMeasured[] = [];
  for (const draws of sizes) {
    tell(`${draws} draws`);
    const perDraw: number[] = [];
    let peakMiB = 0;
    // The largest is long enough to be measured once.
    for (let round = 0; round < (draws > 2e7 ? 1 : rounds); round++) {
      const run = await peer.run(draws);
      perDraw.push((1e6 * run.ms) / draws);
      peakMiB = run.peakMiB;
    }
    measured.push({ draws, perDraw, peakMiB });
  }
  peer.close();
  return measured;
}

export interface SizeMeasured {
  readonly draws: number;
  /** Nanoseconds. */
  readonly perDraw: readonly number[];
  readonly peakMiB: number;
}
