import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDefinition, normal, number } from "../../../test/support/build-definition.ts";
import { canonicalJson } from "./canonical-json.ts";
import { modelHash } from "./model-hash.ts";

const definition = buildDefinition({
  inputs: { demand: normal(5, 4) },
  indicators: { growth: { equation: number(1) } },
});

describe("canonicalJson", () => {
  it("sorts keys, leaves out undefined members and keeps infinite numbers apart from null", () => {
    const value = {
      b: [1, undefined, null],
      a: { d: Number.POSITIVE_INFINITY, c: undefined, é: "文" },
    };
    // Written by hand after RFC 8785, section 3.2.
    expect(canonicalJson(value)).toBe('{"a":{"d":"Infinity","é":"文"},"b":[1,null,null]}');
  });

  it("reads back as the same data, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });
});

describe("modelHash", () => {
  it("has 16 hex digits and does not depend on the order of keys", () => {
    const reordered = Object.fromEntries(
      Object.entries(definition).toReversed(),
    ) as unknown as typeof definition;
    expect(modelHash(definition)).toMatch(/^[0-9a-f]{16}$/);
    expect(modelHash(reordered)).toBe(modelHash(definition));
  });

  it("changes with any number", () => {
    const changed = buildDefinition({
      inputs: { demand: normal(5, 4.000000000000001) },
      indicators: { growth: { equation: number(1) } },
    });
    expect(modelHash(changed)).not.toBe(modelHash(definition));
  });
});
