import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { exposeSimulation } from "../src/runner/expose-simulation.ts";

if (parentPort === null) throw new Error("This file runs as a worker thread only.");
exposeSimulation(nodeEndpoint(parentPort));
