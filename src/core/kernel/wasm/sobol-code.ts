import { REPLICATES } from "../../sampling/sampling-method.ts";
import { NEARLY_ONE } from "../../sampling/scrambled-sobol.ts";
import { type FunctionCode, functionCode, I32 } from "./function-code.ts";
import { f64x2, i32, v128 } from "./instructions.ts";
import { advance, eachPair, startSteps } from "./loops.ts";
import { scoreCode } from "./score-code.ts";

/** The offsets of a tile are used over and over. */
const LAST_OFFSET_BYTE = 8 * REPLICATES - 1;

/**
 * `score_points(tile, offsets, out)`: the scores of the uniforms of a whole tile of scrambled Sobol points, as in
 * `scrambledSobolSource`; `offsets` are 16 pairs of words.
 */
export const scorePointsFunction: FunctionCode = functionCode(
  "score_points",
  [I32, I32, I32],
  (scope, tile, offsets, out) => {
    const place = scope.local(I32);
    const steps = startSteps(scope);
    const { number } = steps;
    const offset = v128.load(i32.add(offsets.get, place.get));
    const uniforms = f64x2.sub(v128.xor(v128.load(tile.get), offset), number(NEARLY_ONE));
    const scores = scoreCode(scope, steps, f64x2.sub(uniforms, number(0.5)));
    return eachPair(
      scope,
      [tile, out],
      [
        steps.code,
        v128.store(out.get, scores),
        advance(place, 16),
        place.set(i32.and(place.get, i32.const(LAST_OFFSET_BYTE))),
      ],
    );
  },
);
