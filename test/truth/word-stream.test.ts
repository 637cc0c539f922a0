import { expect, test } from "vitest";
import { fillUniforms, streamKey } from "../../src/core/sampling/threefry.ts";
import { createWordStream } from "./word-stream.ts";

test("the tested words are those of the model's draws, input by input, draw by draw", () => {
  const inputs = 4;
  const stream = createWordStream(7, inputs);
  const parts = [stream.next(), stream.next()];
  const perPart = parts[0]!.byteLength / (8 * inputs);
  for (let input = 0; input < inputs; input++) {
    const uniforms = new Float64Array(2 * perPart);
    fillUniforms(streamKey(7, `input_${input}@2021`), 0, uniforms);
    for (const draw of [0, 1, 2, 77, perPart - 1, perPart, 2 * perPart - 1]) {
      const words = new Uint32Array(parts[Math.floor(draw / perPart)]!.buffer);
      const at = 2 * ((draw % perPart) * inputs + input);
      // A uniform is made of 32 bits of the first word and the upper 20 of the second.
      const expected = (words[at]! * 2 ** 20 + (words[at + 1]! >>> 12) + 0.5) / 2 ** 52;
      expect(uniforms[draw]).toBe(expected);
    }
  }
});
