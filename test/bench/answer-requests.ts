import { createInterface } from "node:readline";
import type { PeerRun } from "./peer-process.ts";

/** Be a contender (see `startPeer`): say what this runs on, then run as often as it is asked to. */
export async function answerRequests(
  made: string,
  run: (draws: number) => Promise<Omit<PeerRun, "peakMiB">>,
): Promise<void> {
  const say = (answer: unknown) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  say({ made });
  for await (const line of createInterface({ input: process.stdin })) {
    const result = await run(JSON.parse(line).draws);
    say({ ...result, peakMiB: process.resourceUsage().maxRSS / 1024 });
  }
}
