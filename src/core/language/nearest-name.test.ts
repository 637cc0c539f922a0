import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameList, nearestName, suggestion } from "./nearest-name.ts";

const KNOWN = ["gdp_growth", "gdp_nominal", "retail_growth", "tax"];

describe("nearestName", () => {
  it.each([
    ["gdp_grwth", "gdp_growth"],
    ["gpd_growth", "gdp_growth"],
    ["GDP_growth", "gdp_growth"],
    ["retailgrowth", "retail_growth"],
    ["tux", "tax"],
    ["unemployment", undefined],
    ["x", undefined],
    ["", undefined],
  ])("takes %j for %j", (typed, meant) => {
    expect(nearestName(typed, KNOWN)).toBe(meant);
  });

  it("finds a known name behind any single slip", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN),
        fc.nat(20),
        fc.constantFrom("", "z", "zz"),
        (name, at, letter) => {
          const place = at % name.length;
          const typed = name.slice(0, place) + letter + name.slice(place + 1);
          fc.pre(letter !== "zz" || name.length > 5);
          expect(nearestName(typed, [name])).toBe(name);
        },
      ),
    );
  });
});

describe("suggestion", () => {
  it("falls back on the given advice", () => {
    const advice = { zh: "请改名。", en: "Rename it." };
    expect(suggestion("tux", KNOWN, advice).en).toBe("Did you mean `tax`?");
    expect(suggestion("unemployment", KNOWN, advice)).toBe(advice);
  });
});

describe("nameList", () => {
  it("cuts long lists and says how many there are", () => {
    const names = Array.from({ length: 23 }, (_, i) => `x${i}`);
    expect(nameList(["a", "b"])).toEqual({ zh: "`a`、`b`", en: "`a`, `b`" });
    expect(nameList(names).en).toMatch(/`x19` and 3 more$/);
    expect(nameList(names).zh).toMatch(/`x19` 等 23 个$/);
  });
});
