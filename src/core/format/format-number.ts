/** U+2212, as wide as a digit; the hyphen is not a minus. */
const MINUS = "−";

function groupDigits(whole: string): string {
  return whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * Write a number with fixed decimals (0..20), a real minus sign, and commas between thousands from
 * five digits on. Values that round to zero have no sign; NaN is a dash.
 * @example formatNumber(-12345.678, 1) === "−12,345.7"
 */
export function formatNumber(value: number, decimals: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  const digits = plainDigits(Math.abs(value), decimals);
  const [whole = "0", fraction] = digits.split(".");
  const text = fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? MINUS + text : text;
}

/** `toFixed` turns to exponents from 1e21 on; a plan's numbers never get there, but a mistake may. */
function plainDigits(size: number, decimals: number): string {
  return size < 1e21 ? size.toFixed(decimals) : BigInt(size).toString();
}

/** The power of ten of the first digit: 3 for 6355, −2 for 0.012; 0 for zero and non-finite values. */
export function orderOfMagnitude(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Number(value.toExponential().split("e")[1]);
}

/**
 * Decimals that show `digits` significant digits of a value, never cutting whole digits.
 * @example decimalsFor(6355.28, 3) === 0; decimalsFor(8.234, 3) === 2; decimalsFor(0.0123, 3) === 4
 */
export function decimalsFor(value: number, digits: number): number {
  return Math.min(Math.max(digits - 1 - orderOfMagnitude(value), 0), 12);
}

/** Write a number with about `digits` significant digits; whole digits are never cut. */
export function formatSignificant(value: number, digits: number): string {
  return formatNumber(value, decimalsFor(value, digits));
}

/** Write a count of things, e.g. draws. */
export function formatCount(value: number): string {
  return formatNumber(value, 0);
}

/** Write a change with its sign: `+3.0`, `−2.1`, `±0.0`. */
export function formatChange(value: number, decimals: number): string {
  const text = formatNumber(value, decimals);
  if (Number.isNaN(value) || text.startsWith(MINUS)) return text;
  return /[1-9∞]/.test(text) ? `+${text}` : `±${text}`;
}
