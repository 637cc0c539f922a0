import { BLOCK_DRAWS } from "../kernel.ts";

/** Where things stand in the memory that all kernels of a thread share. Addresses and lengths in bytes. */

export const BLOCK_BYTES = 8 * BLOCK_DRAWS;
/** From one column to the next: an odd number of cache lines, so that columns do not compete for cache sets. */
export const COLUMN_STRIDE = BLOCK_BYTES + 64;

/** Draws by which a range may begin before the first that is wanted, so that it begins with a counter. */
export const EXTRA_DRAWS = 16;

/** Numbers in the code of the library's functions, and in that of programs. */
export const LIBRARY_NUMBERS = { address: 64, capacity: 240 } as const;
export const PROGRAM_NUMBERS = { address: 64 + 8 * 240, capacity: 16 } as const;

/** The table of `normalScoreTable`. */
export const SCORE_ROWS_AT = 64 + 8 * 256;
const SCORE_ROWS_BYTES = (52 * 64 + 1) * 32;

/** Uniforms of one input: a block and `EXTRA_DRAWS`. */
export const UNIFORMS_AT = SCORE_ROWS_AT + SCORE_ROWS_BYTES;
/** Scores of one input that no copula joins. */
export const SCORES_AT = UNIFORMS_AT + BLOCK_BYTES + 8 * EXTRA_DRAWS;
/** How many targets each draw of a block hits, 32 bits each. */
export const HITS_OF_DRAW_AT = SCORES_AT + COLUMN_STRIDE;
/** What the points of a Sobol tile differ by from the first one's: 16 doubles. */
export const TILE_OFFSETS_AT = HITS_OF_DRAW_AT + 4 * BLOCK_DRAWS;
/** Addresses that one loop over a block finds for the next: rows of a table, or bins of a histogram. */
export const FOUND_AT = TILE_OFFSETS_AT + 128;
/** Columns and tables of the kernel at work. */
export const KERNEL_AT = FOUND_AT + 4 * BLOCK_DRAWS;
