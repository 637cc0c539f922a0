import type { Check } from "../model/check.ts";
import type { Definition } from "../model/definition.ts";
import type { Distribution } from "../model/distribution.ts";
import { quantile } from "../sampling/quantile.ts";
import { type CheckContext, unitOf } from "./check-context.ts";
import type { Finding } from "./check-result.ts";
import { describeMove, expectResponse, inUnit, moveOf } from "./check-texts.ts";
import { sampleModel } from "./model-sample.ts";
import { sampleMean } from "./sample-statistics.ts";

/**
 * Compare the means of a quantity with an input or parameter fixed at its 10 % and at its 90 %
 * quantile, all other draws being the same. Where both quantiles are equal, as of rare events, the
 * 0.01 % and 99.99 % quantiles are taken.
 */
export function checkResponse(
  check: Extract<Check, { readonly kind: "response" }>,
  { definition }: CheckContext,
): Finding {
  const [low, high] = lowAndHigh(distributionOf(definition, check.to));
  const { of, period } = check;
  const wanted = { quantities: [{ id: of, period }], targets: [] };
  const meanAt = (value: number): number =>
    sampleMean(sampleModel(fixed(definition, check.to, value), wanted).quantity(of, period));
  const from = meanAt(low);
  const to = meanAt(high);
  const move = describeMove(from, to, inUnit(unitOf(definition, of)));
  const write = inUnit(unitOf(definition, check.to));
  return {
    holds: moveOf(from, to) === check.is,
    found: {
      zh: `由 ${write(low).zh} 到 ${write(high).zh}：${move.zh}`,
      en: `from ${write(low).en} to ${write(high).en}: ${move.en}`,
    },
    expected: expectResponse(check.is),
  };
}

function lowAndHigh(distribution: Distribution): readonly [number, number] {
  const usual = [quantile(distribution, 0.1), quantile(distribution, 0.9)] as const;
  if (usual[0] < usual[1]) return usual;
  return [quantile(distribution, 0.0001), quantile(distribution, 0.9999)];
}

function distributionOf({ inputs, parameters }: Definition, id: string): Distribution {
  const found = [...inputs, ...parameters].find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no input or parameter ${id}.`);
  return found.distribution;
}

function fixed(definition: Definition, id: string, value: number): Definition {
  const fix = <Q extends { readonly id: string; readonly distribution: Distribution }>(
    each: Q,
  ): Q => (each.id === id ? { ...each, distribution: { kind: "constant", value } } : each);
  return {
    ...definition,
    inputs: definition.inputs.map(fix),
    parameters: definition.parameters.map(fix),
  };
}
