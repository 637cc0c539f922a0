import type { SamplerForm } from "../../sampling/sampler.ts";
import type { ScoreTable } from "../../sampling/score-table.ts";
import type { StepTable } from "../../sampling/step-table.ts";
import { BLOCK_DRAWS } from "../kernel.ts";
import type { MemoryImage } from "./memory-image.ts";
import type { WasmRuntime } from "./wasm-runtime.ts";

/** Takes a block of scores at one address to values at another; both may be the same. */
export type PlacedSampler = (from: number, out: number) => void;

/** Put a sampler's tables into memory. */
export function placeSampler(
  form: SamplerForm,
  runtime: WasmRuntime,
  image: MemoryImage,
): PlacedSampler {
  const { library } = runtime;
  switch (form.kind) {
    case "constant":
      return (_, out) => {
        new Float64Array(runtime.memory(), out, BLOCK_DRAWS).fill(form.value);
      };
    case "affine":
      return (from, out) => library.affine(from, out, form.shift, form.scale);
    case "exponential":
      return (from, out) => library.exp_affine(from, out, form.shift, form.scale);
    case "two_slopes":
      return (from, out) => library.two_slopes(from, out, form.middle, form.low, form.high);
    case "score_table":
      return placeScoreTable(form.table, runtime, image);
    case "step_table":
      return placeStepTable(form.table, runtime, image);
    case "scaled":
      return scaled(placeSampler(form.base, runtime, image), runtime, form.shift, form.scale);
    default:
      return form satisfies never;
  }
}

/** Put a table of scores into memory. */
export function placeScoreTable(
  { rows, guide }: ScoreTable,
  { library }: WasmRuntime,
  image: MemoryImage,
): PlacedSampler {
  const at = image.place(rows);
  // A row that begins at ∞ ends every search. Rows are 48 bytes, a multiple of 16: it follows at once.
  image.place(Float64Array.of(Number.POSITIVE_INFINITY));
  const starts = image.place(guide.starts);
  return (from, out) => library.from_scores(from, out, at, starts, guide.cellsPerUnit);
}

function placeStepTable(
  { values, thresholds, guide }: StepTable,
  { library }: WasmRuntime,
  image: MemoryImage,
): PlacedSampler {
  const valuesAt = image.place(values);
  const thresholdsAt = image.place(thresholds);
  const starts = image.place(guide.starts);
  return (from, out) =>
    library.steps(from, out, valuesAt, thresholdsAt, starts, guide.cellsPerUnit);
}

function scaled(
  base: PlacedSampler,
  { library }: WasmRuntime,
  shift: number,
  scale: number,
): PlacedSampler {
  if (scale > 0) {
    return (from, out) => {
      base(from, out);
      library.affine(out, out, shift, scale);
    };
  }
  return (from, out) => {
    library.negate(from, out);
    base(out, out);
    library.affine(out, out, shift, scale);
  };
}
