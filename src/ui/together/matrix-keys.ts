/** A cell of the matrix: indices of targets. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The cell that an event happened in. */
export function placeOf(node: EventTarget | null): CellPlace | undefined {
  const cell = cellOf(node);
  if (cell === undefined) return undefined;
  return { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [-Infinity, 0],
  PageDown: [Infinity, 0],
};

/** Moves the focus between cells by arrow keys, Home, End, Page Up and Page Down; Tab leaves the matrix. */
export function moveCellFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const cell = cellOf(event.target);
  if (step === undefined || cell === undefined || event.altKey || event.metaKey) return;
  const line = cell.closest("tr");
  const lines = [...(cell.closest("tbody")?.rows ?? [])];
  if (line === null) return;
  const row = lines[within(lines.indexOf(line) + step[0], lines.length)];
  const cells = [...(row?.querySelectorAll<HTMLElement>("[data-column]") ?? [])];
  const here = [...line.querySelectorAll("[data-column]")].indexOf(cell);
  const next = cells[within(here + step[1], cells.length)];
  if (next === undefined) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const within = (place: number, length: number): number => Math.min(Math.max(place, 0), length - 1);

function cellOf(node: EventTarget | null): HTMLElement | undefined {
  if (!(node instanceof Element)) return undefined;
  return node.closest<HTMLElement>("[data-column]") ?? undefined;
}
