import { describe, expect, test } from "vitest";
import { latestWins } from "./latest-wins.ts";

/** A run that ends when told to, or when aborted, and keeps a journal. */
function controlledRun() {
  const journal: string[] = [];
  const ends: (() => void)[] = [];
  const run = (request: string, signal: AbortSignal): Promise<void> => {
    journal.push(`start ${request}`);
    return new Promise((resolve) => {
      const end = (how: string) => () => {
        journal.push(`${how} ${request}`);
        resolve();
      };
      ends.push(end("end"));
      signal.addEventListener("abort", end("abort"));
    });
  };
  return { journal, run, endLast: () => ends.at(-1)?.() };
}

/** Every microtask and timer that is due. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("latest wins", () => {
  test("one change is one run", async () => {
    const { journal, run, endLast } = controlledRun();
    latestWins(run).request("a");
    await settled();
    endLast();
    await settled();
    expect(journal).toEqual(["start a", "end a"]);
  });

  test("a newer request aborts the running one and starts when that has ended", async () => {
    const { journal, run, endLast } = controlledRun();
    const scheduler = latestWins(run);
    scheduler.request("a");
    await settled();
    scheduler.request("b");
    await settled();
    endLast();
    await settled();
    expect(journal).toEqual(["start a", "abort a", "start b", "end b"]);
  });

  test("requests overtaken while waiting never run", async () => {
    const { journal, run, endLast } = controlledRun();
    const scheduler = latestWins(run);
    for (const request of ["a", "b", "c"]) scheduler.request(request);
    await settled();
    for (const request of ["d", "e", "f"]) scheduler.request(request);
    await settled();
    endLast();
    await settled();
    expect(journal).toEqual(["start c", "abort c", "start f", "end f"]);
  });

  test("one at a time: the next waits until the aborted one has really ended", async () => {
    const journal: string[] = [];
    const ends = new Map<string, () => void>();
    const scheduler = latestWins(async (request: string) => {
      journal.push(`start ${request}`);
      await new Promise<void>((resolve) => ends.set(request, resolve));
      journal.push(`end ${request}`);
    });
    scheduler.request("a");
    await settled();
    scheduler.request("b");
    await settled();
    expect(journal).toEqual(["start a"]);
    ends.get("a")?.();
    await settled();
    expect(journal).toEqual(["start a", "end a", "start b"]);
  });

  test("cancel aborts what runs and forgets what waits; later requests run", async () => {
    const { journal, run, endLast } = controlledRun();
    const scheduler = latestWins(run);
    scheduler.request("a");
    await settled();
    scheduler.request("b");
    scheduler.cancel();
    await settled();
    scheduler.request("c");
    await settled();
    endLast();
    await settled();
    expect(journal).toEqual(["start a", "abort a", "start c", "end c"]);
  });
});
