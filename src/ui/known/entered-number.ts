/** A number as people type it, with the unit of its last digit. */
export interface EnteredNumber {
  readonly value: number;
  /** 0.1 for `8.3`; 1 for `28`. */
  readonly lastDigit: number;
}

/** Reads a number with any digits' width, minus sign, grouping commas or percent sign; `undefined` where it is none. */
export function enteredNumber(text: string): EnteredNumber | undefined {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\s,%]/g, "")
    .replace(/^[−–]/, "-");
  const match = /^[+-]?(?:\d+(?:\.(\d*))?|\.(\d+))$/.exec(plain);
  if (match === null) return undefined;
  const decimals = (match[1] ?? match[2] ?? "").length;
  return { value: Number(plain), lastDigit: Number(`1e-${decimals}`) };
}
