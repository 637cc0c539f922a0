import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  call,
  conditional,
  constant,
  name,
  normal,
  number,
  unary,
} from "../../test/support/build-definition.ts";
import { namesIn, rootsOf, usersOf } from "./dependencies.ts";

const definition = buildDefinition({
  inputs: { rain: normal(0, 1), demand: normal(5, 2), idle: normal(0, 1) },
  parameters: { share: constant(0.4) },
  indicators: {
    output: { equation: binary(name("demand"), "*", name("share")) },
    // A lag on itself: the walk must end.
    stock: { equation: binary(name("stock", 1), "+", name("output")), history: { 2020: 1 } },
    odd: {
      equation: conditional(
        binary(name("rain"), ">", number(1)),
        call("max", unary("-", name("stock")), name("stock")),
        number(0),
      ),
    },
  },
});

describe("dependencies", () => {
  it("names what an equation uses, once each", () => {
    const odd = definition.indicators.find(({ id }) => id === "odd");
    expect(odd && namesIn(odd.equation)).toEqual(["rain", "stock"]);
  });

  it("follows equations down to inputs and parameters", () => {
    expect(rootsOf(definition, "odd")).toEqual(["rain", "demand", "share"]);
    expect(rootsOf(definition, "stock")).toEqual(["demand", "share"]);
  });

  it("finds the equations that use a name", () => {
    expect(usersOf(definition, "stock")).toEqual(["stock", "odd"]);
    expect(usersOf(definition, "idle")).toEqual([]);
  });
});
