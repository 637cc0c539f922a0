/** Inputs per message to a worker: some tens of milliseconds of work, as a chunk of draws is. */
const SLICE_INPUTS = 8;

/** A contiguous range of a program's inputs. */
export interface InputSlice {
  readonly firstInput: number;
  readonly inputs: number;
}

/** All of [0, inputs) in slices; one empty slice where there are no inputs. */
export function inputSlices(inputs: number): readonly InputSlice[] {
  const count = Math.max(1, Math.ceil(inputs / SLICE_INPUTS));
  return Array.from({ length: count }, (_, index) => {
    const firstInput = index * SLICE_INPUTS;
    return { firstInput, inputs: Math.min(SLICE_INPUTS, inputs - firstInput) };
  });
}
