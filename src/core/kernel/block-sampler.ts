import { canonicalJson } from "../model/canonical-json.ts";
import type { Distribution } from "../model/distribution.ts";
import type { Program } from "../model/program.ts";
import { correlateScores } from "../sampling/copula.ts";
import { createSampler, type Sampler } from "../sampling/sampler.ts";
import { fillNormalScores, streamKey } from "../sampling/threefry.ts";
import { BLOCK_DRAWS } from "./kernel.ts";

/** Fills the registers of a program's inputs with the block that starts at a draw. */
export type BlockSampler = (firstDraw: number) => void;

/** Samplers kept between kernels: a scenario or a moved slider changes a few distributions of many. */
const SAMPLERS_KEPT = 256;
const samplers = new Map<string, Sampler>();

/** The sampler of a distribution; its tables are built when it is first asked for. */
function samplerOf(distribution: Distribution): Sampler {
  const key = canonicalJson(distribution);
  const sampler = samplers.get(key) ?? createSampler(distribution);
  samplers.delete(key);
  samplers.set(key, sampler);
  for (const oldest of samplers.keys()) {
    if (samplers.size <= SAMPLERS_KEPT) break;
    samplers.delete(oldest);
  }
  return sampler;
}

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
