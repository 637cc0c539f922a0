import type { Target } from "../core/model/definition.ts";

/** Which targets the headline is about: the binding ones, or all where a plan binds to none. */
export function headlineSet(targets: readonly Pick<Target, "commitment">[]): "binding" | "all" {
  return targets.some(({ commitment }) => commitment === "binding") ? "binding" : "all";
}
