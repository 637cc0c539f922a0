import { expect, test } from "vitest";
import { normal } from "../../test/support/build-definition.ts";
import { smallProgram } from "../../test/support/small-program.ts";
import { moveProgram } from "../core/model/program-moves.ts";
import { PLAIN_POINTS } from "../core/sampling/sampling-method.ts";
import { createSimulationService } from "./simulation-service.ts";

const range = { seed: 1, points: PLAIN_POINTS, firstDraw: 0, draws: 100 };

test("asks for a program that it has not been sent", () => {
  const service = createSimulationService();
  expect(service.simulate({ key: "a", ...range })).toEqual({ kind: "program-needed" });
});

test("keeps programs by key", () => {
  const service = createSimulationService();
  const first = service.simulate({ key: "a", program: smallProgram(1), ...range });
  const other = service.simulate({ key: "b", program: smallProgram(5), ...range });
  expect(first).not.toEqual(other);
  expect(service.simulate({ key: "a", ...range })).toStrictEqual(first);
  expect(service.simulate({ key: "b", ...range })).toStrictEqual(other);
});

test("drops the kernel that was used longest ago", () => {
  const service = createSimulationService();
  const use = (key: string) => service.simulate({ key, program: smallProgram(), ...range }).kind;
  const has = (key: string) => service.simulate({ key, ...range }).kind === "tally";
  for (let n = 0; n < 8; n += 1) use(`k${n}`);
  expect(has("k0")).toBe(true);
  use("one more");
  expect(has("k0")).toBe(true);
  expect(has("k1")).toBe(false);
});

test("gives a program's draws whether it was sent whole or as what moved", () => {
  const service = createSimulationService();
  const whole = createSimulationService();
  const program = smallProgram();
  const index = program.inputs.findIndex(({ distribution }) => distribution.kind !== "constant");
  const short = { ...range, draws: 2_048 };
  service.simulate({ key: "0", program, ...short });
  for (let step = 1; step <= 4; step += 1) {
    const moves = [[index, normal(step, 1)] as const];
    const key = `${step}`;
    const moved = { from: `${step - 1}`, moves };
    const sent = { key, program: moveProgram(program, moves) };
    // The draws of a slider's move, the same again, and a range that no slider waits for.
    for (const part of [short, short, { ...range, firstDraw: 16_384, draws: 3_000 }]) {
      expect(service.simulate({ key, moved, ...part })).toStrictEqual(
        whole.simulate({ ...sent, ...part }),
      );
    }
  }
});
