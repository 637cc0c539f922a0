/** Throw unless draws [firstDraw, firstDraw + draws) are whole numbers from 0 on, at least one. */
export function requireRange(firstDraw: number, draws: number): void {
  if (!Number.isSafeInteger(firstDraw) || firstDraw < 0) {
    throw new RangeError(`The first draw must be a whole number of at least 0, not ${firstDraw}.`);
  }
  if (!Number.isSafeInteger(draws) || draws < 1) {
    throw new RangeError(`The number of draws must be a whole number of at least 1, not ${draws}.`);
  }
}
