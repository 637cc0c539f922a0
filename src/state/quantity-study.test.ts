import { expect, it } from "vitest";
import { BIVARIATE_CORRELATION, bivariateResult } from "../../test/support/bivariate-result.ts";
import { until } from "../../test/support/sample-app.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import { createQuantityStudySearch } from "./quantity-study.ts";

async function studied(name: string) {
  const subject = { result: await bivariateResult(500), name, period: 2021 };
  const search = createQuantityStudySearch(createInlineRunner);
  search.request(subject);
  await until(() => search.of(subject) !== undefined || search.failure.value !== undefined);
  const { program, found } = search.of(subject)!;
  const drivers = found.drivers.map(({ input, ...driver }) => ({
    ...driver,
    name: program.inputs[input]!.stream.split("@")[0],
  }));
  return { drivers, found };
}

/** Mean of a standard normal in its lowest fifth, −φ(z(0.2)) / 0.2: φ(0.8416212) = 0.2799619. */
const LOW_FIFTH = -0.2799619 / 0.2;

it("an indicator that no target is about has means at both ends of its drivers as the closed form has them", async () => {
  const { drivers, found } = await studied("sum");
  expect(found.draws).toBe(4_096);
  expect(drivers.map(({ name }) => name)).toEqual(["u", "v"]);
  // E(2u + v | u) = (2 + ρ) u, E(2u + v | v) = (2 ρ + 1) v.
  const rho = BIVARIATE_CORRELATION;
  for (const [driver, slope] of [
    [drivers[0]!, 2 + rho],
    [drivers[1]!, 2 * rho + 1],
  ] as const) {
    const { low, high, change } = driver;
    expect(Math.abs(low.mean - slope * LOW_FIFTH)).toBeLessThan(4 * low.standardError);
    expect(Math.abs(high.mean + slope * LOW_FIFTH)).toBeLessThan(4 * high.standardError);
    expect(change.value).toBeCloseTo(high.mean - low.mean, 12);
  }
  // The mean is 0, with variance 4 + 1 + 4 ρ.
  expect(Math.abs(found.mean)).toBeLessThan(4 * Math.sqrt((5 + 4 * rho) / 4_096));
});

it("what an indicator cannot depend on is none of its drivers", async () => {
  const { drivers } = await studied("z");
  expect(drivers.map(({ name }) => name)).toEqual(["w"]);
});
