import type { Cell } from "../charts/chart-spec.ts";

/** Tells Excel that the file is UTF-8; without it Chinese turns to noise. */
const BYTE_ORDER_MARK = "\ufeff";

/** Texts that spreadsheets would run as formulas get an apostrophe in front. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

function cellText(cell: Cell): string {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = harmless(cell ?? "");
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Write rows as CSV by RFC 4180: CRLF, quotes where needed, with a byte order mark for Excel.
 * Numbers are written in full; those that are not finite, and `undefined`, are empty cells.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/** A text from `csvText` as a file. */
export const csvBlob = (text: string): Blob => new Blob([text], { type: "text/csv;charset=utf-8" });
