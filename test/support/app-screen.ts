import { act, cleanup, configure } from "@testing-library/preact";
import { afterEach, beforeEach, vi } from "vitest";

/** Prepares tests of whole screens: what jsdom lacks, time for code that loads late, and cleaning up. */
export function appScreens(dispose: () => void): void {
  // Screens load their code when first shown, which takes its time on a busy machine.
  configure({ asyncUtilTimeout: 60_000 });
  beforeEach(() => {
    // jsdom does not scroll.
    vi.stubGlobal("scrollTo", () => undefined);
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => {
    // Effects are cleaned up after the next paint, which jsdom does not live to see: now.
    act(cleanup);
    dispose();
    vi.unstubAllGlobals();
  });
}
