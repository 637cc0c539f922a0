import { h } from "preact";
import { useId } from "preact/hooks";
import { rem } from "./root-scale.ts";
import type { PaintRole, Scene } from "./scene.ts";
import {
  FONT_STACK,
  HATCH,
  hatchedRoles,
  type Paint,
  pagePaint,
  svgElement,
} from "./svg-elements.ts";

function HatchPattern({ role, paint }: { readonly role: PaintRole; readonly paint: Paint }) {
  const { tile, line, tint } = HATCH;
  return (
    <pattern
      id={paint.hatchId(role)}
      width={tile}
      height={tile}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={tile} height={tile} fill={paint.color(role)} fill-opacity={tint} />
      <rect width={line} height={tile} fill={paint.color(role)} />
    </pattern>
  );
}

/** A scene as inline SVG in the page's colours; hidden from screen readers, which read the chart's text. */
export function SceneView({ scene }: { readonly scene: Scene }) {
  const paint = pagePaint(useId());
  const { width, height, marks } = scene;
  return (
    <svg
      width={rem(width)}
      height={rem(height)}
      viewBox={`0 0 ${width} ${height}`}
      font-family={FONT_STACK}
      aria-hidden="true"
    >
      <defs>
        {hatchedRoles(marks).map((role) => (
          <HatchPattern key={role} role={role} paint={paint} />
        ))}
      </defs>
      {marks.map((mark) => {
        const { tag, attributes, text } = svgElement(mark, paint);
        return h(tag, attributes, text);
      })}
    </svg>
  );
}
