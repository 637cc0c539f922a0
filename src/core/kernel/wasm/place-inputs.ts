import type { CopulaTails, Program, ProgramInput } from "../../model/program.ts";
import { type PointSet, REPLICATES } from "../../sampling/sampling-method.ts";
import { scrambledSobolSource, scrambledTiles, TILE } from "../../sampling/scrambled-sobol.ts";
import { SOBOL_DIMENSIONS } from "../../sampling/sobol.ts";
import { studentTables } from "../../sampling/student-copula.ts";
import { streamKey } from "../../sampling/threefry.ts";
import {
  createUniformSource,
  type UniformSource,
  type UniformStream,
} from "../../sampling/uniform-source.ts";
import { samplerOf } from "../kept-samplers.ts";
import { BLOCK_DRAWS } from "../kernel.ts";
import type { MemoryImage } from "./memory-image.ts";
import {
  COLUMN_STRIDE,
  EXTRA_DRAWS,
  SCORES_AT,
  TILE_OFFSETS_AT,
  UNIFORMS_AT,
} from "./memory-map.ts";
import { placeSampler, placeScoreTable } from "./place-sampler.ts";
import type { WasmRuntime } from "./wasm-runtime.ts";

/** Computes the inputs' columns of the block that starts at a draw. */
export type InputFiller = (firstDraw: number) => void;

/** Fills the scores of an input at an address. */
type ScoreFiller = (firstDraw: number, out: number) => void;

/** Put streams, copulas and samplers into memory. `outOf` gives the addresses of inputs' columns. */
export function placeInputs(
  program: Program,
  seed: number,
  points: PointSet,
  outOf: (input: ProgramInput) => number,
  runtime: WasmRuntime,
  image: MemoryImage,
): InputFiller {
  const inputs = program.inputs.map((input) => ({
    fillScores: placeScores(points, seed, input, runtime, image),
    // A fixed input takes part in its copula only; a constant register holds its value.
    sampler:
      input.distribution.kind === "constant"
        ? undefined
        : placeSampler(samplerOf(input.distribution).form, runtime, image),
    out: outOf(input),
  }));
  const joined = new Set(program.copulas.flatMap(({ members }) => members));
  const single = inputs.filter((_, index) => !joined.has(index));
  const copulas = program.copulas.map(({ members, factor, tails }) => ({
    members: members.flatMap((member) => inputs[member] ?? []),
    factor: image.place(factor),
    columns: image.allocate(members.length * COLUMN_STRIDE),
    join: tails && placeTails(points, seed, tails, runtime, image),
  }));

  return (firstDraw) => {
    for (const { fillScores, sampler, out } of single) {
      fillScores(firstDraw, SCORES_AT);
      sampler?.(SCORES_AT, out);
    }
    for (const { members, factor, columns, join } of copulas) {
      members.forEach(({ fillScores }, index) => {
        fillScores(firstDraw, columns + index * COLUMN_STRIDE);
      });
      runtime.library.correlate(factor, members.length, columns);
      join?.(firstDraw, columns, members.length);
      members.forEach(({ sampler, out }, index) => {
        sampler?.(columns + index * COLUMN_STRIDE, out);
      });
    }
  };
}

/** Gives the columns of a copula, `count` from an address on, the tails of a t copula. */
type TailJoiner = (firstDraw: number, columns: number, count: number) => void;

function placeTails(
  points: PointSet,
  seed: number,
  tails: CopulaTails,
  runtime: WasmRuntime,
  image: MemoryImage,
): TailJoiner {
  const { library } = runtime;
  const fillScores = placeScores(points, seed, tails, runtime, image);
  const tables = studentTables(tails.df);
  const toFactor = placeScoreTable(tables.factor, runtime, image);
  const toScores = placeScoreTable(tables.scores, runtime, image);
  return (firstDraw, columns, count) => {
    fillScores(firstDraw, SCORES_AT);
    toFactor(SCORES_AT, SCORES_AT);
    for (let index = 0; index < count; index++) {
      const column = columns + index * COLUMN_STRIDE;
      library.squash(column, SCORES_AT);
      toScores(column, column);
    }
  };
}

function placeScores(
  points: PointSet,
  seed: number,
  input: UniformStream,
  runtime: WasmRuntime,
  image: MemoryImage,
): ScoreFiller {
  switch (points.method) {
    case "monte-carlo":
      return placeStream(input.stream, seed, runtime, image);
    case "sobol":
      return input.dimension < SOBOL_DIMENSIONS
        ? placeTiles(seed, input, runtime, image)
        : placeStream(input.stream, seed, runtime, image);
    case "latin-hypercube":
      return scoreFrom(createUniformSource(points, seed, input), runtime);
    default:
      return points satisfies never;
  }
}

/** Independent uniforms. */
function placeStream(
  stream: string,
  seed: number,
  { library }: WasmRuntime,
  image: MemoryImage,
): ScoreFiller {
  const key = image.place(streamKey(seed, stream));
  return (firstDraw, out) => {
    const counter = Math.floor(firstDraw / 2);
    const odd = firstDraw % 2;
    const draws = BLOCK_DRAWS + odd * EXTRA_DRAWS;
    const high = Math.floor(counter / 4294967296);
    library.fill_uniforms(key, counter % 4294967296, high, UNIFORMS_AT, draws);
    library.fill_scores(UNIFORMS_AT + 8 * odd, out);
  };
}

/** Sobol points. A block is a tile in all runs of whole chunks; others are put together elsewhere. */
function placeTiles(
  seed: number,
  { stream, dimension }: UniformStream,
  runtime: WasmRuntime,
  image: MemoryImage,
): ScoreFiller {
  const { library, memory } = runtime;
  const { tile, offsetsOf } = scrambledTiles(seed, stream, dimension);
  const tileAt = image.place(tile);
  let scoreUnaligned: ScoreFiller | undefined;
  let placed = new Int32Array(0);
  return (firstDraw, out) => {
    if (firstDraw % TILE !== 0) {
      scoreUnaligned ??= scoreFrom(scrambledSobolSource(seed, stream, dimension), runtime);
      scoreUnaligned(firstDraw, out);
      return;
    }
    const buffer = memory();
    if (placed.buffer !== buffer) placed = new Int32Array(buffer, TILE_OFFSETS_AT, 2 * REPLICATES);
    placed.set(offsetsOf(firstDraw / TILE));
    library.score_points(tileAt, TILE_OFFSETS_AT, out);
  };
}

/** Uniforms from where the interpreter has them, one block at a time. */
function scoreFrom(fillUniforms: UniformSource, { library, memory }: WasmRuntime): ScoreFiller {
  return (firstDraw, out) => {
    fillUniforms(firstDraw, new Float64Array(memory(), UNIFORMS_AT, BLOCK_DRAWS));
    library.fill_scores(UNIFORMS_AT, out);
  };
}
