/** Print a line to standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tell on standard error how things are going. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
