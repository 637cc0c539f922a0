import type { Program } from "../model/program.ts";
import { correlateScores } from "../sampling/copula.ts";
import { fillNormalScores, streamKey } from "../sampling/threefry.ts";
import { samplerOf } from "./kept-samplers.ts";
import { BLOCK_DRAWS } from "./kernel.ts";

/** Fills the registers of a program's inputs with the block that starts at a draw. */
export type BlockSampler = (firstDraw: number) => void;

/** Build streams, copulas and samplers once; nothing is allocated per block. */
export function createBlockSampler(
  program: Program,
  seed: number,
  registers: readonly Float64Array[],
): BlockSampler {
  const independent = new Float64Array(BLOCK_DRAWS);
  const correlated = new Set(program.copulas.flatMap(({ members }) => members));
  const draws = program.inputs.map(({ stream, distribution, register }, index) => ({
    key: streamKey(seed, stream),
    sampler: distribution.kind === "constant" ? undefined : samplerOf(distribution),
    scores: correlated.has(index) ? new Float64Array(BLOCK_DRAWS) : independent,
    out: registers[register] ?? new Float64Array(BLOCK_DRAWS),
  }));
  const copulas = program.copulas.map(({ members, factor }) => {
    const joined = members.flatMap((member) => draws[member] ?? []);
    return { joined, factor, columns: joined.map(({ scores }) => scores) };
  });
  const single = draws.filter(({ scores }) => scores === independent);

  return (firstDraw) => {
    for (const { key, sampler, out } of single) {
      fillNormalScores(key, firstDraw, independent);
      sampler?.fill(independent, out);
    }
    for (const { joined, factor, columns } of copulas) {
      for (const { key, scores } of joined) fillNormalScores(key, firstDraw, scores);
      correlateScores(factor, columns.length, columns);
      for (const { sampler, scores, out } of joined) sampler?.fill(scores, out);
    }
  };
}
