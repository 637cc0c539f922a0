import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileName } from "./file-name.ts";

describe("fileName", () => {
  it("joins parts and keeps Chinese", () => {
    expect(fileName(["嘉兴2021", "基准", "gdp_growth"], "svg")).toBe(
      "嘉兴2021_基准_gdp_growth.svg",
    );
  });

  it.each([
    [["a/b: c?", "..", "x"], "a-b-c_x.csv"],
    [["con"], "planoddscon.csv"],
    [[], "planodds.csv"],
  ])("makes %j safe", (parts, name) => {
    expect(fileName(parts, "csv")).toBe(name);
  });

  it("keeps the scenario and the chart behind a long English title", () => {
    const title = "Jiaxing's plan for economic and social development in 2021";
    expect(fileName([title, "The epidemic returns", "gdp_growth-histogram"], "svg")).toMatch(
      /_The-epidemic-returns_gdp_growth-histogram\.svg$/,
    );
  });

  it("takes nothing that a file system refuses, within 255 bytes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (parts) => {
        const name = fileName(parts, "png");
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters refused
        expect(name).not.toMatch(/[\u0000-\u001f\\/:*?"<>|]|^[.]|\s/);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
