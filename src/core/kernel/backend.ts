/** How a program is run. Results do not depend on it. */
export type Backend = "interpreter" | "wasm";

/** All backends, the reference first. */
export const BACKENDS: readonly Backend[] = ["interpreter", "wasm"];
