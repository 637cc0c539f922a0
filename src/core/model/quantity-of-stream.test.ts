import { expect, it } from "vitest";
import { harbourResult } from "../../../test/support/harbour-result.ts";
import { quantityOfStream } from "./quantity-of-stream.ts";

const { definition } = harbourResult(10).result;

it("finds every input of a program, without a year where the model has one", () => {
  expect(quantityOfStream(definition, "strike@2021")).toEqual({
    quantity: definition.inputs.find(({ id }) => id === "strike"),
  });
  expect(quantityOfStream(definition, "trade_elasticity").quantity.id).toBe("trade_elasticity");
});

it("tells the year where the model has several", () => {
  const longer = { ...definition, periods: [2021, 2022] };
  expect(quantityOfStream(longer, "strike@2022").year).toBe(2022);
  expect(quantityOfStream(longer, "trade_elasticity")).not.toHaveProperty("year");
});

it("throws for a stream of another model", () => {
  expect(() => quantityOfStream(definition, "rain@2021")).toThrow(/rain@2021/);
});
