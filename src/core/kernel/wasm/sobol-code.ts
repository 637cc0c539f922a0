import { REPLICATES } from "../../sampling/sampling-method.ts";
import { NEARLY_ONE } from "../../sampling/scrambled-sobol.ts";
import { type FunctionCode, functionCode, I32 } from "./function-code.ts";
import { f64x2, i32, repeatWhile, v128 } from "./instructions.ts";
import { advance } from "./loops.ts";
import { BLOCK_BYTES } from "./memory-map.ts";

/**
 * `fill_points(tile, offsets, out)`: the uniforms of a whole tile of scrambled Sobol points, as in
 * `scrambledSobolSource`; `offsets` are 16 pairs of words.
 */
export const pointsFunction: FunctionCode = functionCode(
  "fill_points",
  [I32, I32, I32],
  (scope, tile, offsets, out) => {
    const end = scope.local(I32);
    const pairs = Array.from({ length: REPLICATES / 2 }, (_, index) => 16 * index);
    return [
      end.set(i32.add(tile.get, i32.const(BLOCK_BYTES))),
      repeatWhile(i32.lt_u(tile.get, end.get), [
        pairs.map((at) => {
          const double = v128.xor(v128.load(tile.get, at), v128.load(offsets.get, at));
          return v128.store(out.get, f64x2.sub(double, scope.number(NEARLY_ONE)), at);
        }),
        advance(tile, 8 * REPLICATES),
        advance(out, 8 * REPLICATES),
      ]),
    ];
  },
);
