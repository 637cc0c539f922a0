const PATHS = {
  down: "M4 6l4 4 4-4",
  up: "M4 10l4-4 4 4",
  right: "M6 4l4 4-4 4",
  left: "M10 4L6 8l4 4",
  close: "M4 4l8 8M12 4l-8 8",
  auto: "M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 2.5v11M8 5l3.5-1M8 8h5.4M8 11l3.5 1",
  light:
    "M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM8 1v1.8M8 13.2V15M1 8h1.8M13.2 8H15M3 3l1.3 1.3M11.7 11.7L13 13M3 13l1.3-1.3M11.7 4.3L13 3",
  dark: "M13 9.6A5.5 5.5 0 016.4 3a5.5 5.5 0 106.6 6.6z",
  download: "M8 2.5v8M4.8 7.4L8 10.6l3.2-3.2M3 13.5h10",
  search: "M7 2.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4zM10.2 10.2L13.4 13.4",
  undo: "M6 3L2.5 6.5 6 10M2.5 6.5H9.5a4 4 0 010 8H7",
  redo: "M10 3l3.5 3.5L10 10M13.5 6.5H6.5a4 4 0 000 8H9",
  check: "M3.5 8.5l3 3 6-7",
  file: "M4 2.5h5l3 3v8H4zM9 2.5v3h3",
} as const;

/** A small line drawing in the colour of the text, hidden from screen readers. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
