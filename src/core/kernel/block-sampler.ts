import type { Program } from "../model/program.ts";
import { correlateScores } from "../sampling/copula.ts";
import { scoreUniforms } from "../sampling/normal-score.ts";
import type { PointSet } from "../sampling/sampling-method.ts";
import { joinTails, studentTables } from "../sampling/student-copula.ts";
import { createUniformSource, type UniformSource } from "../sampling/uniform-source.ts";
import { samplerOf } from "./kept-samplers.ts";
import { BLOCK_DRAWS } from "./kernel.ts";

/** Fills the registers of a program's inputs with the block that starts at a draw. */
export type BlockSampler = (firstDraw: number) => void;

/** Build streams, copulas and samplers once; nothing is allocated per block. */
export function createBlockSampler(
  program: Program,
  seed: number,
  points: PointSet,
  registers: readonly Float64Array[],
): BlockSampler {
  const independent = new Float64Array(BLOCK_DRAWS);
  const correlated = new Set(program.copulas.flatMap(({ members }) => members));
  const draws = program.inputs.map(({ stream, dimension, distribution, register }, index) => ({
    fillScores: scoresOf(createUniformSource(points, seed, { stream, dimension })),
    sampler: distribution.kind === "constant" ? undefined : samplerOf(distribution),
    scores: correlated.has(index) ? new Float64Array(BLOCK_DRAWS) : independent,
    out: registers[register] ?? new Float64Array(BLOCK_DRAWS),
  }));
  const copulas = program.copulas.map(({ members, factor, tails }) => {
    const joined = members.flatMap((member) => draws[member] ?? []);
    const mixing = tails && {
      fillScores: scoresOf(createUniformSource(points, seed, tails)),
      tables: studentTables(tails.df),
    };
    return { joined, factor, mixing, columns: joined.map(({ scores }) => scores) };
  });
  const single = draws.filter(({ scores }) => scores === independent);

  return (firstDraw) => {
    for (const { fillScores, sampler, out } of single) {
      fillScores(firstDraw, independent);
      sampler?.fill(independent, out);
    }
    for (const { joined, factor, mixing, columns } of copulas) {
      for (const { fillScores, scores } of joined) fillScores(firstDraw, scores);
      correlateScores(factor, columns.length, columns);
      if (mixing !== undefined) {
        mixing.fillScores(firstDraw, independent);
        joinTails(mixing.tables, independent, columns);
      }
      for (const { sampler, scores, out } of joined) sampler?.fill(scores, out);
    }
  };
}

/** Fills `out` with the standard normal scores of the same draws. */
function scoresOf(fillUniforms: UniformSource): UniformSource {
  return (firstDraw, out) => {
    fillUniforms(firstDraw, out);
    scoreUniforms(out, out);
  };
}
