import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { ScrollRegion } from "../controls/scroll-region.tsx";

export interface TableSectionProps {
  readonly title: string;
  readonly note?: string;
  /** Headings of the columns; those of numbers stand on the right. */
  readonly columns: readonly { readonly label: string; readonly isNumber?: boolean }[];
  /** How many rows there are, where the table unfolds only when it is asked for. */
  readonly foldedCount?: number;
  /** Rows of the body. */
  readonly children: ComponentChildren;
}

/** A titled table that scrolls sideways where the page is narrow. */
export function TableSection(props: TableSectionProps) {
  const { title, note, foldedCount } = props;
  const id = useId();
  if (foldedCount !== undefined) {
    return (
      <details class="backtest-section">
        <summary id={id}>
          <h3>{title}</h3> <span class="quiet">{foldedCount}</span>
        </summary>
        <ScrollingTable {...props} labelledBy={id} />
      </details>
    );
  }
  return (
    <section class="backtest-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {note !== undefined && <p class="quiet">{note}</p>}
      <ScrollingTable {...props} labelledBy={id} />
    </section>
  );
}

type ScrollingTableProps = Pick<TableSectionProps, "columns" | "children"> & {
  readonly labelledBy: string;
};

function ScrollingTable({ columns, children, labelledBy }: ScrollingTableProps) {
  return (
    <ScrollRegion labelledBy={labelledBy} isWide>
      <table class={`data-table backtest-table ${columns.length < 5 ? "is-small" : ""}`}>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" class={isNumber ? "is-number" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}
