import type { Definition, Input } from "./definition.ts";
import type { ProgramInput, Register } from "./program.ts";
import type { ProgramBuilder } from "./program-builder.ts";
import { quantityName } from "./quantity-name.ts";

/** Name of the random stream of the past year that is drawn for a period; no quantity may have it. */
export const BOOTSTRAP = "bootstrap";

/** How an input's value follows from the past year that is drawn. */
interface BootstrapRule {
  readonly years: readonly number[];
  /** The value of each of these years. */
  readonly values: readonly number[];
  /** `shift + scale · value`, where a scenario moves it. */
  readonly shift: number;
  readonly scale: number;
}

/** The rule of an input, where it is drawn from the past and no scenario has given it another distribution. */
export function bootstrapRule({ bootstrap, distribution }: Input): BootstrapRule | undefined {
  if (bootstrap === undefined) return undefined;
  const { years, values } = bootstrap;
  const [base, shift, scale] =
    distribution.kind === "affine"
      ? [distribution.base, distribution.shift, distribution.scale]
      : [distribution, 0, 1];
  if (base.kind !== "empirical" || base.values.length !== values.length) return undefined;
  const isItsOwn = base.values.every((value, i) => value === values[i]);
  return isItsOwn ? { years, values, shift, scale } : undefined;
}

/** Emit the value that belongs to the year in a register. */
function emitValue(
  { years, values, shift, scale }: BootstrapRule,
  drawn: Register,
  builder: ProgramBuilder,
): Register {
  const moved = values.map((value) => builder.constant(shift + scale * value));
  const last = moved.at(-1) ?? builder.constant(Number.NaN);
  return years.slice(0, -1).reduceRight((otherwise, year, i) => {
    const isYear = builder.emit("equal", drawn, builder.constant(year));
    return builder.emit("select", moved[i] ?? last, otherwise, isYear);
  }, last);
}

/**
 * Draw one past year for each period, and give the inputs that are drawn from the past their values of that year.
 * The draws take coordinates of their own from `firstDimension` on; `dimensions` says how many, also where scenarios
 * leave no input that needs them, so that what comes after stays where it is.
 */
export function emitBootstraps(
  { inputs, periods }: Definition,
  firstDimension: number,
  place: { readonly registers: Map<string, Register>; readonly builder: ProgramBuilder },
): { readonly inputs: readonly ProgramInput[]; readonly dimensions: number } {
  const { registers, builder } = place;
  const years = inputs.find(({ bootstrap }) => bootstrap !== undefined)?.bootstrap?.years;
  if (years === undefined) return { inputs: [], dimensions: 0 };
  const drawn = inputs.flatMap((input) => {
    const rule = bootstrapRule(input);
    return rule === undefined ? [] : [{ id: input.id, rule }];
  });
  if (drawn.length === 0) return { inputs: [], dimensions: periods.length };
  const draws = periods.map((period, i): ProgramInput => {
    const register = builder.input();
    for (const { id, rule } of drawn) {
      registers.set(quantityName(id, period), emitValue(rule, register, builder));
    }
    const stream = quantityName(BOOTSTRAP, period);
    const distribution = { kind: "empirical", values: years } as const;
    return { stream, dimension: firstDimension + i, distribution, register };
  });
  return { inputs: draws, dimensions: periods.length };
}
