import { compile } from "./compile.ts";
import type { Definition } from "./definition.ts";
import type { Program, Register } from "./program.ts";

/** A program that computes one indicator in one year and nothing besides. */
export interface Probe {
  readonly program: Program;
  readonly register: Register;
}

/** Compile what an indicator of a year needs: a target on it alone, of which only the quantity is of interest. */
export function probeIndicator(definition: Definition, indicator: string, period: number): Probe {
  const nothing = { zh: "", en: "" };
  const program = compile(
    {
      ...definition,
      targets: [
        {
          id: "probe",
          label: nothing,
          indicator,
          period,
          section: "",
          wording: nothing,
          relation: { kind: "positive" },
          commitment: "expected",
          source: { cites: [] },
        },
      ],
    },
    "targets",
  );
  const column = program.columns[program.targets[0]?.value ?? -1];
  if (column === undefined) throw new RangeError(`There is no indicator ${indicator}.`);
  return { program, register: column.register };
}
