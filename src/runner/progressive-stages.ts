import { BLOCK_DRAWS, STEERED_DRAWS } from "../core/kernel/kernel.ts";

/** Enough for a first look: one block, computed by one worker at one go. */
const FIRST_LOOK_DRAWS = BLOCK_DRAWS;
/** Enough to steer by while an assumption moves: what workers keep the rest of a program for. */
export const STEERING_DRAWS = STEERED_DRAWS;

/** While the second stage takes no longer than two frames, a first look gains nothing. */
const SOON_MS = 33;

/**
 * The numbers of draws to run one after the other, ascending, so that a first answer is on screen
 * at once; the last is `draws` itself. Each stage is a run from draw 0, whose result depends on no
 * other stage.
 * @param msPerDraw what draws took before, where it is known: the first look is left out where the second stage is as
 *   good as there
 */
export function progressiveStages(
  draws: number,
  msPerDraw = Number.POSITIVE_INFINITY,
): readonly number[] {
  const looks = msPerDraw * STEERING_DRAWS <= SOON_MS ? [] : [FIRST_LOOK_DRAWS];
  return [...[...looks, STEERING_DRAWS].filter((stage) => stage < draws), draws];
}
