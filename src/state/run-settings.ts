/** How many worlds to simulate, and from which seed. */
export interface RunSettings {
  /** Whole number, 1 to {@link MAXIMUM_DRAWS}. */
  readonly draws: number;
  /** Whole number, 0 to 2^53 − 1. */
  readonly seed: number;
}

/** More draws than this tell nothing new: with as many, no standard error exceeds 0.016 percentage points. */
export const MAXIMUM_DRAWS = 10_000_000;

/** What a first visit computes. */
export const DEFAULT_SETTINGS: RunSettings = { draws: 100_000, seed: 1 };

/** Reads a number of draws as people write it (`100000`, `100,000`, `100k`, `10万`, `1M`). */
export function parseDraws(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(k|m|万|千|百万)?$/i.exec(plain(text));
  if (match === null) return undefined;
  const draws = Number(match[1]) * (MULTIPLIERS[(match[2] ?? "").toLowerCase()] ?? 1);
  return Number.isInteger(draws) && draws >= 1 && draws <= MAXIMUM_DRAWS ? draws : undefined;
}

/** Reads a seed: a whole number that a double holds exactly. */
export function parseSeed(text: string): number | undefined {
  const digits = plain(text);
  if (!/^\d+$/.test(digits)) return undefined;
  const seed = Number(digits);
  return Number.isSafeInteger(seed) ? seed : undefined;
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  千: 1e3,
  万: 1e4,
  m: 1e6,
  百万: 1e6,
};

function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s,]/g, "");
}
