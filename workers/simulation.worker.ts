import { exposeSimulation } from "../src/runner/expose-simulation.ts";

exposeSimulation(self);
