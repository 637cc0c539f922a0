import { wasmRuntime } from "../src/core/kernel/wasm/wasm-runtime.ts";
import { exposeSimulation } from "../src/runner/expose-simulation.ts";

exposeSimulation(self);
// What all programs share is built while the page still reads the plan.
wasmRuntime();
