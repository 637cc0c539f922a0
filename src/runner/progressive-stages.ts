/** Enough for a first look within a few milliseconds. */
const FIRST_LOOK_DRAWS = 2_048;
/** Enough to steer by while an assumption moves. */
const STEERING_DRAWS = 10_240;

/**
 * The numbers of draws to run one after the other, ascending, so that a first answer is on screen
 * at once; the last is `draws` itself. Each stage is a run from draw 0, whose result depends on no
 * other stage.
 */
export function progressiveStages(draws: number): readonly number[] {
  return [...[FIRST_LOOK_DRAWS, STEERING_DRAWS].filter((stage) => stage < draws), draws];
}
