import { padText, textWidth } from "./text-width.ts";

/** A row of cells, or a heading that spans the table. */
export type TableRow = readonly string[] | { readonly heading: string };

/**
 * Lay rows out in columns two spaces apart, without trailing spaces. `sides` says for each column
 * on which side its texts stand; a heading has an empty line before it.
 */
export function textTable(rows: readonly TableRow[], sides: readonly ("left" | "right")[]): string {
  const widths = sides.map((_, column) =>
    rows.reduce(
      (width, row) => ("heading" in row ? width : Math.max(width, textWidth(row[column] ?? ""))),
      0,
    ),
  );
  const lines = rows.map((row) => {
    if ("heading" in row) return `\n${row.heading}`;
    const cells = sides.map((side, column) =>
      padText(row[column] ?? "", widths[column] ?? 0, side),
    );
    return cells.join("  ").trimEnd();
  });
  return `${lines.join("\n")}\n`;
}
