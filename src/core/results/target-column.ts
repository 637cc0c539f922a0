import type { ProgramTarget } from "../model/program.ts";

/**
 * Index into `Program.columns` of what a target is judged by: its quantity where the line or band is the
 * same in every draw, else its margin to the line.
 */
export function targetColumn({ value, threshold, band, margin }: ProgramTarget): number {
  return threshold === undefined && band === undefined ? (margin ?? value) : value;
}
