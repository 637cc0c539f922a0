import type {
  ChunkReply,
  ChunkRequest,
  ColumnsReply,
  ColumnsRequest,
  ProgramRequest,
  SimulationApi,
  SliceReply,
  SliceRequest,
  WeighReply,
  WeighRequest,
} from "../../workers/simulation-api.ts";
import { columnLayouts } from "../core/kernel/column-layouts.ts";
import { createKernel } from "../core/kernel/create-kernel.ts";
import type { HistogramLayout } from "../core/kernel/histogram-layout.ts";
import { BLOCK_DRAWS, type Kernel, STEERED_DRAWS } from "../core/kernel/kernel.ts";
import { createSteering, type Steering } from "../core/kernel/steering.ts";
import type { Program } from "../core/model/program.ts";
import { moveProgram } from "../core/model/program-moves.ts";
import { inputSensitivity } from "../core/results/input-sensitivity.ts";
import { type SensitivitySample, sensitivitySample } from "../core/results/sensitivity-sample.ts";
import { weighDraws } from "../core/results/weigh-draws.ts";

/** Kernels kept for runs that take turns, such as a plan's scenarios; about 2 MB each. */
const KERNELS_KEPT = 8;

type Steered = Pick<Kernel, "run">;

interface KeptKernel {
  readonly program: Program;
  readonly kernel: Kernel;
  /** Bins for columns that are weighted, once they are needed. */
  layouts?: readonly HistogramLayout[];
}

/**
 * The work of a simulation worker, on whatever thread it is created. Kernels are kept by key, the
 * least recently used is dropped. Of sensitivities, the draws of the program asked for last are kept
 * until its last input has been answered; nothing else is remembered between requests.
 */
export function createSimulationService(): SimulationApi {
  const kernels = new Map<string, KeptKernel>();
  let steering: { readonly how: string; readonly of: Steering } | undefined;
  let steered: { readonly key: string; readonly kernel: Steered } | undefined;
  let kept: { readonly key: string; readonly sample: SensitivitySample } | undefined;

  function kernelFor(request: ProgramRequest): KeptKernel | undefined {
    const known = kernels.get(request.key) ?? build(request);
    if (known === undefined) return undefined;
    kernels.delete(request.key);
    kernels.set(request.key, known);
    for (const key of kernels.keys()) {
      if (kernels.size <= KERNELS_KEPT) break;
      kernels.delete(key);
    }
    return known;
  }

  function build(request: ProgramRequest): KeptKernel | undefined {
    const { moved, seed, points, backend } = request;
    const from = moved && kernels.get(moved.from)?.program;
    const program = request.program ?? (from && moveProgram(from, moved.moves));
    return program && { program, kernel: createKernel(program, seed, backend, points) };
  }

  /** What runs a short range of a program that is like one asked for before but for a few inputs. */
  function steeredKernel(request: ChunkRequest, { program }: KeptKernel): Steered | undefined {
    const { moved, seed, points, backend, firstDraw, draws } = request;
    if (firstDraw % BLOCK_DRAWS !== 0 || firstDraw + draws > STEERED_DRAWS) return undefined;
    if (steered?.key === request.key) return steered.kernel;
    const how = JSON.stringify([seed, points]);
    let kernel = steering?.how === how ? steering.of.kernelOf(program) : undefined;
    if (kernel === undefined && moved !== undefined) {
      const inputs = new Set(moved.moves.map(([input]) => input));
      steering = { how, of: createSteering(program, inputs, seed, backend, points) };
      kernel = steering.of.kernelOf(program);
    }
    steered = kernel && { key: request.key, kernel };
    return kernel;
  }

  function sampleFor(request: SliceRequest): SensitivitySample | undefined {
    const { key, draws } = request;
    if (kept?.key === key && kept.sample.draws === draws) return kept.sample;
    const known = kernelFor(request);
    if (known === undefined) return undefined;
    kept = { key, sample: sensitivitySample(known.program, known.kernel, draws) };
    return kept.sample;
  }

  return {
    simulate(request: ChunkRequest): ChunkReply {
      const known = kernelFor(request);
      if (known === undefined) return { kind: "program-needed" };
      const kernel = steeredKernel(request, known) ?? known.kernel;
      return { kind: "tally", tally: kernel.run(request.firstDraw, request.draws) };
    },
    weigh(request: WeighRequest): WeighReply {
      const known = kernelFor(request);
      if (known === undefined) return { kind: "program-needed" };
      const { program, kernel } = known;
      known.layouts ??= columnLayouts(program, kernel);
      const source = { program, kernel, layouts: known.layouts, method: request.points.method };
      const { task, firstDraw, draws } = request;
      return { kind: "weighed", tally: weighDraws(source, task, firstDraw, draws) };
    },
    columns(request: ColumnsRequest): ColumnsReply {
      const known = kernelFor(request);
      if (known === undefined) return { kind: "program-needed" };
      return {
        kind: "columns",
        columns: known.kernel.columns(0, request.draws, request.registers),
      };
    },
    analyse(request: SliceRequest): SliceReply {
      const sample = sampleFor(request);
      if (sample === undefined) return { kind: "program-needed" };
      const { firstInput, inputs: count } = request;
      if (firstInput + count >= sample.inputs.length) kept = undefined;
      const inputs = Array.from({ length: count }, (_, k) =>
        inputSensitivity(sample, firstInput + k),
      );
      return { kind: "slice", inputs: inputs.filter((input) => input !== undefined) };
    },
  };
}
