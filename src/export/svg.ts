import type { ChartSpec } from "../charts/chart-spec.ts";
import { figureScene } from "../charts/figure-scene.ts";
import { palette } from "../charts/palette.ts";
import type { PaintRole } from "../charts/scene.ts";
import {
  FONT_STACK,
  HATCH,
  hatchedRoles,
  type Paint,
  palettePaint,
  type SvgElement,
  svgElement,
} from "../charts/svg-elements.ts";
import { escapeXml } from "./escape-xml.ts";

/** Size of a figure in files, CSS pixels; charts with rows are as high as their rows need. */
export interface FigureSize {
  readonly width: number;
  readonly plotHeight: number;
}

const DEFAULT_SIZE: FigureSize = { width: 800, plotHeight: 320 };

function elementText({ tag, attributes, text }: SvgElement): string {
  const pairs = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeXml(`${value}`)}"`,
  );
  const open = `<${tag}${pairs.join("")}`;
  return text === undefined ? `${open}/>` : `${open}>${escapeXml(text)}</${tag}>`;
}

function pattern(role: PaintRole, paint: Paint): string {
  const { tile, line, tint } = HATCH;
  const color = paint.color(role);
  return (
    `<pattern id="${paint.hatchId(role)}" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="${tile}" height="${tile}" fill="${color}" fill-opacity="${tint}"/>` +
    `<rect width="${line}" height="${tile}" fill="${color}"/></pattern>`
  );
}

/**
 * Write a chart as a standalone SVG file in the light theme: title, subtitle, chart, source line
 * and provenance, text as text. The same chart gives the same bytes everywhere.
 */
export function chartSvg(spec: ChartSpec, size: FigureSize = DEFAULT_SIZE): string {
  const { width, height, marks } = figureScene(spec, size.width, size.plotHeight);
  const light = palette("light");
  const paint = palettePaint({ ...light, surface: light["surface-raised"] });
  const patterns = hatchedRoles(marks).map((role) => pattern(role, paint));
  const lang = spec.language === "zh" ? "zh-CN" : "en";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${lang}" xml:lang="${lang}" role="img" font-family="${escapeXml(FONT_STACK)}" style="font-variant-numeric:tabular-nums">`,
    `<title>${escapeXml(spec.title)}</title>`,
    `<desc>${escapeXml(`${spec.alt} ${spec.provenance}`)}</desc>`,
    ...(patterns.length === 0 ? [] : [`<defs>${patterns.join("")}</defs>`]),
    `<rect width="${width}" height="${height}" fill="${paint.color("surface")}"/>`,
    ...marks.map((mark) => elementText(svgElement(mark, paint))),
    "</svg>",
    "",
  ].join("\n");
}
