// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bellShaped, type SampleTarget, sampleResult } from "../../test/support/sample-result.ts";
import type { ChartSpec } from "../charts/chart-spec.ts";
import { exceedanceSpec } from "../charts/exceedance-spec.ts";
import { histogramSpec } from "../charts/histogram-spec.ts";
import { hitCountSpec } from "../charts/hit-count-spec.ts";
import { palette } from "../charts/palette.ts";
import { probabilityBarsSpec } from "../charts/probability-bars-spec.ts";
import { scenarioDotsSpec } from "../charts/scenario-dots-spec.ts";
import { escapeXml } from "./escape-xml.ts";
import { chartSvg } from "./svg.ts";

const targets: readonly SampleTarget[] = [
  {
    id: "growth",
    unit: "% yoy",
    values: bellShaped(2_003, 8, 1),
    event: { threshold: 7.5, hitSide: "above", strict: false },
    label: { zh: "增长 <实际> & “名义”", en: "Growth <real> & 'nominal'" },
  },
  {
    id: "foreign",
    unit: "100 million US dollars",
    values: bellShaped(2_003, 28, 1, 1999),
    event: { threshold: 28, hitSide: "above", strict: false, stretchThreshold: 30 },
  },
];
const result = sampleResult(targets);
const other = sampleResult(targets, { id: "other", zh: "另一", en: "Other" });

const CHARTS: readonly (readonly [string, ChartSpec])[] = (["zh", "en"] as const).flatMap(
  (language) =>
    [
      histogramSpec(result, "growth", language),
      exceedanceSpec(result, "foreign", language),
      hitCountSpec(result, language),
      probabilityBarsSpec(result, language),
      scenarioDotsSpec([result, other], language),
    ].map((spec) => [`${spec.id} ${language}`, spec] as const),
);

function parse(svg: string): Document {
  return new DOMParser().parseFromString(svg, "image/svg+xml");
}

/** Text of the figure without the breaks between lines. */
const shownText = (svg: string) =>
  [...parse(svg).querySelectorAll("text")]
    .map((node) => node.textContent)
    .join("")
    .replaceAll(" ", "");

describe.each(CHARTS)("the file of %s", (_, spec) => {
  const svg = chartSvg(spec);

  it("is well-formed and stands alone", () => {
    const root = parse(svg).documentElement;
    expect(root.nodeName).toBe("svg");
    expect(parse(svg).querySelector("parsererror")).toBeNull();
    expect(svg).not.toMatch(/var\(|href|url\((?!#hatch-)/);
  });

  it("prints title, subtitle, source and provenance", () => {
    for (const text of [spec.title, spec.subtitle, spec.source, spec.provenance]) {
      expect(shownText(svg)).toContain(text.replaceAll(" ", ""));
    }
  });

  it("has no colour outside the light palette", () => {
    const known = new Set(Object.values(palette("light")));
    for (const color of svg.match(/#[0-9a-f]{6}\b/gi) ?? []) expect(known).toContain(color);
  });

  it("has no coordinate that is not a number", () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("is the same every time, at any width", () => {
    expect(chartSvg(spec)).toBe(svg);
    for (const width of [320, 480, 1200]) {
      const narrow = parse(chartSvg(spec, { width, plotHeight: 240 })).documentElement;
      expect(narrow.getAttribute("width")).toBe(`${width}`);
    }
  });
});

it("hatches what misses, so that colour is not the only sign", () => {
  const fills = [
    ...parse(chartSvg(histogramSpec(result, "growth", "zh"))).querySelectorAll("rect"),
  ].map((node) => node.getAttribute("fill"));
  expect(fills).toContain("url(#hatch-miss)");
  expect(fills).toContain(palette("light").hit);
});

describe("escapeXml", () => {
  it("gives text back through a parser, less what XML forbids", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 12 }), (texts) => {
        const attributes = texts.map((text, k) => ` a${k}="${escapeXml(text)}"`).join("");
        const root = parse(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}/>`);
        expect(root.documentElement.attributes.length).toBe(texts.length + 1);
      }),
      { numRuns: 10 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 200 }), (text) => {
        const xml = `<svg xmlns="http://www.w3.org/2000/svg"><text>${escapeXml(text)}</text></svg>`;
        expect(parse(xml).documentElement.textContent).toBe(text);
      }),
      { numRuns: 20 },
    );
  }, 30_000);
});
