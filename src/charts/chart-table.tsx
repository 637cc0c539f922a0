import type { ChartSpec } from "./chart-spec.ts";
import { formatCell } from "./format-value.ts";

/** The numbers behind a chart. */
export function ChartTable({ spec }: { readonly spec: ChartSpec }) {
  const { columns, rows } = spec.table;
  return (
    <table>
      <caption>{spec.title}</caption>
      <thead>
        <tr>
          {columns.map(({ label, format }, index) => (
            <th key={index} scope="col" class={format === undefined ? "" : "chart-number"}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column} class={typeof cell === "number" ? "chart-number" : ""}>
                {formatCell(cell, columns[column]?.format)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
