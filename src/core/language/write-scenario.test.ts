import fc from "fast-check";
import { expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import type { Change, Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text.ts";
import { parseDistribution } from "./read-distribution.ts";
import { readPlan } from "./read-plan.ts";
import { readScenario } from "./read-scenario.ts";
import { writeScenario } from "./write-scenario.ts";

const plan = readPlan(documentedExample("planodds"), "plan.yaml");
if (!plan.ok) throw new Error("The documented plan has issues.");
const definition = plan.value;

const distributionOf = (distributionText: string) => {
  const reading = parseDistribution(distributionText);
  if (!reading.ok) throw new Error(distributionText);
  return { distribution: reading.distribution, distributionText };
};

/** What the reader gives back: texts without white space around them. */
const words = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "yes",
      "null",
      "12",
      "- a",
      "a: b",
      '"q"',
      "# c",
      "{x}",
      "a\nb",
      "% yoy",
      "1e3",
    ),
  )
  .map((text) => text.trim())
  .filter((text) => text !== "");
const text: fc.Arbitrary<Text> = fc.record({ zh: words, en: words });
const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const factor = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

/** Changes of every kind, each valid whatever others are made. */
const changes: readonly fc.Arbitrary<Change>[] = [
  fc.record({
    kind: fc.constant("shift" as const),
    name: fc.constantFrom("external_demand", "flood_loss"),
    by: number,
    why: text,
  }),
  fc.record({
    kind: fc.constant("scale" as const),
    name: fc.constant("demand_elasticity"),
    factor: fc.oneof(
      factor,
      factor.map((value) => -value),
    ),
    why: text,
  }),
  fc.record({
    kind: fc.constant("spread" as const),
    name: fc.constantFrom("investment", "external_demand"),
    factor,
    why: text,
  }),
  fc.record({
    kind: fc.constant("fix" as const),
    name: fc.constantFrom("export_share", "flood_loss"),
    value: fc.oneof(number, fc.constantFrom(-0, 5e-324, 1e21, -1e-7, 0.1 + 0.2)),
    why: text,
  }),
  fc
    .constantFrom("bernoulli(0.25)", "0.5", "truncated(normal(0, 1), -Infinity, 0.3)", "-2 * 3")
    .chain((law) =>
      fc.record({
        kind: fc.constant("distribution" as const),
        name: fc.constant("flood"),
        distribution: fc.constant(distributionOf(law).distribution),
        distributionText: fc.constant(law),
        why: text,
      }),
    ),
  fc.record({
    kind: fc.constant("correlation" as const),
    between: fc.constantFrom(
      ["external_demand", "investment"] as const,
      ["investment", "external_demand"] as const,
    ),
    rank: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
    why: text,
  }),
  fc.record(
    {
      kind: fc.constant("copula" as const),
      df: fc.double({ min: 1, max: 1000, noNaN: true }),
      of: fc.constantFrom(["investment"], ["external_demand", "investment"]),
      why: text,
    },
    { requiredKeys: ["kind", "df", "why"] },
  ),
  fc.record({
    kind: fc.constant("tolerance" as const),
    target: fc.constant("gdp_growth"),
    tolerance: fc.double({ min: 0, max: 9, noNaN: true }),
    why: text,
  }),
];

const scenario: fc.Arbitrary<Scenario> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,9}$/),
  model: fc.constant(definition.id),
  title: text,
  story: text,
  order: number,
  changes: fc.shuffledSubarray([...changes]).chain((kinds) => fc.tuple(...kinds)) as fc.Arbitrary<
    readonly Change[]
  >,
});

it("is read as the scenario that was written, whatever its changes", () => {
  fc.assert(
    fc.property(scenario, (written) => {
      const outcome = readScenario(writeScenario(written, definition), "s.yaml", definition);
      expect(outcome).toEqual({ ok: true, value: written });
    }),
  );
});

it("writes each text on a line of its own, names of parameters as parameters, and no aliases", () => {
  const why = { zh: "试", en: "test" };
  const written = writeScenario(
    {
      id: "s",
      model: definition.id,
      title: why,
      story: why,
      order: 1,
      changes: [
        { kind: "shift", name: "investment", by: -8, why },
        { kind: "fix", name: "flood_loss", value: 2, why },
        { kind: "copula", df: 3, of: ["investment"], why },
      ],
    },
    definition,
  );
  // The keys and their order are those of models/README.md.
  expect(written).toBe(`planodds_scenario: 1
id: s
model: riverside-2021
order: 1
title: { zh: 试, en: test }
story: { zh: 试, en: test }
changes:
  - input: investment
    shift: -8
    why: { zh: 试, en: test }
  - parameter: flood_loss
    fix: 2
    why: { zh: 试, en: test }
  - student_t: 3
    of: [ investment ]
    why: { zh: 试, en: test }
`);
});
