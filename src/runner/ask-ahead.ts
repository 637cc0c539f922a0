import type { Runner, RunRequest } from "./runner.ts";

/**
 * A runner that is asked for one run at once, before anybody can want it: who first asks for the same run takes that
 * answer, without news of its progress.
 */
export function askAhead(runner: Runner, ahead: RunRequest): Runner {
  const abort = new AbortController();
  const answer = runner.run(ahead, { signal: abort.signal });
  let isTaken = false;
  return {
    ...runner,
    run(request, options = {}) {
      if (isTaken || !isSame(request, ahead)) return runner.run(request, options);
      isTaken = true;
      options.signal?.addEventListener("abort", () => abort.abort());
      return answer;
    },
  };
}

const isSame = (one: RunRequest, other: RunRequest): boolean =>
  one.program === other.program &&
  one.draws === other.draws &&
  one.seed === other.seed &&
  one.method === other.method;
