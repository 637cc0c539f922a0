import { existsSync } from "node:fs";
import { defineConfig } from "vite";

const nodeWorker = "workers/simulation.node-worker.ts";

export default defineConfig({
  logLevel: "error",
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: "dist/cli",
    emptyOutDir: false,
    target: "node20",
    rolldownOptions: {
      input: {
        planodds: "src/cli/planodds.ts",
        ...(existsSync(nodeWorker) ? { "simulation.node-worker": nodeWorker } : {}),
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        // As in the app.
        topLevelVar: false,
      },
    },
  },
});
