import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitrarySketch } from "../../../test/support/arbitrary-sketch.ts";
import { buildDefinition } from "../../../test/support/build-definition.ts";
import { compile } from "./compile.ts";
import { packInstructions, unpackInstructions } from "./packed-instructions.ts";

it("gives the instructions back, through JSON too", () => {
  fc.assert(
    fc.property(arbitrarySketch, (sketch) => {
      const { instructions } = compile(buildDefinition(sketch));
      const packed = JSON.parse(JSON.stringify(packInstructions(instructions)));
      expect(unpackInstructions(packed)).toEqual(instructions);
    }),
    { numRuns: 30 },
  );
});
