/** Pixels of a rem where nobody has set another size. */
const USUAL_REM = 16;

/** Write a length of the usual page so that it grows with the page's text: 120 is `7.5rem`. */
export const rem = (pixels: number): string => `${pixels / USUAL_REM}rem`;

/** How much larger than usual the page's text is: 1, more on a projector or for those who set it so. */
export function rootScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) ? size / USUAL_REM : 1;
}
