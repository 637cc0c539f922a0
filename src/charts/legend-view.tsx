import type { LegendEntry } from "./chart-spec.ts";
import { swatchMark } from "./legend-marks.ts";
import { SceneView } from "./scene-view.tsx";

const SIZE = 14;

/** The names of a chart's series beside their signs; nothing where series are labelled directly. */
export function LegendView({ entries }: { readonly entries: readonly LegendEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul class="chart-legend">
      {entries.map((entry) => (
        <li key={entry.name}>
          <SceneView
            scene={{ width: SIZE, height: SIZE, marks: [swatchMark(entry, 1, SIZE / 2)] }}
          />
          {entry.name}
        </li>
      ))}
    </ul>
  );
}
