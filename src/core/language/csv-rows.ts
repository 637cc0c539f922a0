/** A cell of a CSV file. */
export interface CsvCell {
  readonly text: string;
  /** 0-based offset of its first character, a quote included. */
  readonly at: number;
}

/** Rows of cells, or the offset of the quote that breaks the rules. */
export interface CsvReading {
  readonly rows: readonly (readonly CsvCell[])[];
  /** A quote that is never closed, or is closed before the cell ends; rows stop before it. */
  readonly brokenAt?: number;
}

const PLAIN = /[^,\r\n]*/y;
const QUOTED = /"([^"]*(?:""[^"]*)*)"(?=[,\r\n]|$)/y;
const LINE_END = /\r\n|\n|\r/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads CSV by RFC 4180, with any line ends and with or without a byte order mark. Empty lines are left out. */
export function readCsv(text: string): CsvReading {
  const rows: (readonly CsvCell[])[] = [];
  let row: CsvCell[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  const endRow = (): void => {
    if (row.length > 1 || row[0]?.text !== "") rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const isQuoted = text[at] === '"';
    const cell = match(isQuoted ? QUOTED : PLAIN, text, at);
    if (cell === null) return { rows, brokenAt: at };
    row.push({ text: isQuoted ? (cell[1] ?? "").replaceAll('""', '"') : cell[0].trim(), at });
    at += cell[0].length;
    if (text[at] === ",") {
      at += 1;
      if (at < text.length) continue;
      row.push({ text: "", at });
    }
    at += match(LINE_END, text, at)?.[0].length ?? 0;
    endRow();
  }
  return { rows };
}
