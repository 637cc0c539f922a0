import { type Endpoint, expose, transfer } from "comlink";
import type { SimulationApi } from "../../workers/simulation-api.ts";
import { createSimulationService } from "./simulation-service.ts";
import { tallyBuffers, weightedTallyBuffers } from "./tally-buffers.ts";

/** Answer simulation requests on an endpoint, transferring the buffers of each result. */
export function exposeSimulation(endpoint: Endpoint): void {
  const service = createSimulationService();
  const api: SimulationApi = {
    simulate(request) {
      const reply = service.simulate(request);
      return reply.kind === "tally" ? transfer(reply, tallyBuffers(reply.tally)) : reply;
    },
    weigh(request) {
      const reply = service.weigh(request);
      return reply.kind === "weighed" ? transfer(reply, weightedTallyBuffers(reply.tally)) : reply;
    },
    columns(request) {
      const reply = service.columns(request);
      if (reply.kind !== "columns") return reply;
      return transfer(
        reply,
        reply.columns.map(({ buffer }) => buffer as ArrayBuffer),
      );
    },
    analyse: (request) => service.analyse(request),
  };
  expose(api, endpoint);
}
