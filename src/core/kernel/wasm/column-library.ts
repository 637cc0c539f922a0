import { assembleModule } from "./assemble-module.ts";
import { collectPartFunction, collectWholeFunction } from "./collect-code.ts";
import { correlateFunction, squashFunction } from "./copula-code.ts";
import { expFunction, HOST_FUNCTIONS, logFunction, powerFunction } from "./elementary-code.ts";
import { HIT_FUNCTIONS } from "./hits-code.ts";
import { LIBRARY_NUMBERS } from "./memory-map.ts";
import { createNumberPool } from "./number-pool.ts";
import { SAMPLER_FUNCTIONS } from "./sampler-code.ts";
import { scoresFunction } from "./score-code.ts";
import { scorePointsFunction } from "./sobol-code.ts";
import { uniformsFunction } from "./threefry-code.ts";

/**
 * What every program needs, whatever its equations: functions on columns of a block. Arguments are byte
 * addresses, unless their names say otherwise; each function is described where it is written.
 */
export interface ColumnLibrary {
  fill_uniforms(key: number, low: number, high: number, out: number, draws: number): void;
  score_points(tile: number, offsets: number, out: number): void;
  fill_scores(from: number, out: number): void;
  correlate(factor: number, n: number, columns: number): void;
  squash(column: number, mixing: number): void;
  affine(from: number, out: number, shift: number, scale: number): void;
  exp_affine(from: number, out: number, shift: number, scale: number): void;
  two_slopes(from: number, out: number, middle: number, low: number, high: number): void;
  negate(from: number, out: number): void;
  from_scores(from: number, out: number, rows: number, starts: number, cellsPerUnit: number): void;
  steps(
    from: number,
    out: number,
    values: number,
    thresholds: number,
    starts: number,
    cellsPerUnit: number,
  ): void;
  exp(from: number, out: number): void;
  log(from: number, out: number): void;
  power(bases: number, exponents: number, out: number): void;
  collect_part(values: number, accumulator: number, length: number): void;
  collect_whole(values: number, accumulator: number): void;
  pack(
    column: number,
    length: number,
    bits: number,
    hitsOfDraw: number,
    undefinedDraws: number,
  ): void;
  count_hits(hitsOfDraw: number, counts: number): void;
}

/** The bytes of the library's module: the same for all programs. */
export function columnLibraryModule(): Uint8Array<ArrayBuffer> {
  const { address, capacity } = LIBRARY_NUMBERS;
  return assembleModule(
    [
      collectPartFunction,
      collectWholeFunction(HOST_FUNCTIONS.length),
      uniformsFunction,
      scorePointsFunction,
      scoresFunction,
      correlateFunction,
      squashFunction,
      ...SAMPLER_FUNCTIONS,
      expFunction,
      logFunction,
      powerFunction,
      ...HIT_FUNCTIONS,
    ],
    createNumberPool(address, capacity),
    HOST_FUNCTIONS,
  );
}
