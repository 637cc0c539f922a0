import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { ensureDebianCommand } from "../support/debian-packages.ts";
import { print } from "../support/terminal.ts";
import { createWordStream } from "./word-stream.ts";

/**
 * Feeds dieharder (Brown, Eddelbuettel and Bauer) with the words of our generator and prints its
 * verdicts. Every test continues the stream where the one before it stopped reading.
 */

/** Dieharder's number of each test, with the size of the tuples where it asks for one. */
interface DieharderTest {
  readonly number: number;
  readonly tuple?: number;
}

/**
 * All of dieharder's tests that it calls reliable, the ones over tuples at one or two sizes. Left out:
 * 5 to 7 (dieharder calls them suspect), 14 (dieharder says not to use it), and 201
 * (`rgb_minimum_distance`), which fails for good generators too.
 */
const TESTS: readonly DieharderTest[] = [
  ...[0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 15, 16, 17, 100, 101, 102].map((number) => ({ number })),
  ...[1, 4, 8].map((tuple) => ({ number: 200, tuple })),
  ...[2, 5].map((tuple) => ({ number: 202, tuple })),
  ...[0, 7].map((tuple) => ({ number: 203, tuple })),
  ...[204, 205, 206, 207, 208].map((number) => ({ number })),
  { number: 209, tuple: 12 },
];

/** Inputs of the model whose draws are streamed. */
const INPUTS = 16;
const SEED = 1;

const wanted = process.argv.slice(2).map(Number);
if (wanted.some((number) => !Number.isInteger(number))) {
  throw new Error("Arguments are numbers of dieharder's tests, such as 0 or 200.");
}
const tests = TESTS.filter(({ number }) => wanted.length === 0 || wanted.includes(number));

ensureDebianCommand("dieharder", ["dieharder"]);
print(
  `Threefry4x32-20, seed ${SEED}, ${INPUTS} inputs in draw order, on one of ${availableParallelism()} cores\n`,
);
print("| test | tuple | size of a sample | samples | p | dieharder says |");
print("|---|---|---|---|---|---|");
const words = createWordStream(SEED, INPUTS);
let bytes = 0;
for (const test of tests) {
  const isWeak = await judge(test, 1);
  // One p in a hundred is weak for a perfect generator too: ten times as many samples, of other words.
  if (isWeak) await judge(test, 10);
}
print(`\n${(bytes / 1e9).toFixed(1)} GB of draws were tested.`);

/** Run one test to its end and print its lines; gives whether a verdict is neither good nor bad. */
async function judge({ number, tuple }: DieharderTest, times: number): Promise<boolean> {
  const args = ["-g", "200", "-d", String(number), "-m", String(times)];
  const columns = ["test_name", "ntuple", "tsamples", "psamples", "pvalues", "assessment"].flatMap(
    (column) => ["-D", column],
  );
  const size = tuple === undefined ? [] : ["-n", String(tuple)];
  const child = spawn("dieharder", [...args, ...columns, ...size], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  // Dieharder closes its end when it has read enough.
  child.stdin.on("error", () => {});
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    const chunk = words.next();
    const isFull = !child.stdin.write(chunk);
    bytes += chunk.byteLength;
    if (isFull) {
      await Promise.race([ended, new Promise((resolve) => child.stdin.once("drain", resolve))]);
    }
  }
  const code = await ended;
  if (code !== 0) throw new Error(`dieharder ended with exit code ${code}:\n${output}`);
  for (const line of output.split("\n").filter((each) => each.includes("|"))) {
    print(
      `| ${line
        .split("|")
        .map((cell) => cell.trim())
        .join(" | ")} |`,
    );
  }
  return output.includes("WEAK");
}
