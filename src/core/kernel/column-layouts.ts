import type { Program } from "../model/program.ts";
import { type HistogramLayout, histogramLayout } from "./histogram-layout.ts";
import { BLOCK_DRAWS, type Kernel } from "./kernel.ts";
import { wholeRegisters } from "./whole-registers.ts";

/** The bins of a program's columns, in their order, from the first block of its draws: those of every run. */
export function columnLayouts(
  program: Program,
  kernel: Pick<Kernel, "columns">,
): readonly HistogramLayout[] {
  const whole = wholeRegisters(program);
  const registers = program.columns.map(({ register }) => register);
  return kernel
    .columns(0, BLOCK_DRAWS, registers)
    .map((column, index) => histogramLayout(column, whole[registers[index]!] === true));
}
