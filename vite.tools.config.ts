import { existsSync } from "node:fs";
import { defineConfig } from "vite";

/** The developers' programs: benchmark, external truth, test of the random numbers. */
export default defineConfig({
  logLevel: "error",
  publicDir: false,
  ssr: { noExternal: true, external: ["playwright-core", "vite"] },
  build: {
    ssr: true,
    outDir: "dist/tools",
    target: "node20",
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries({
          bench: "test/bench/bench.ts",
          "engine-process": "test/bench/engine-process.ts",
          "mathjs-process": "test/bench/mathjs-process.ts",
          truth: "test/truth/truth.ts",
          dieharder: "test/truth/dieharder.ts",
          "simulation.node-worker": "workers/simulation.node-worker.ts",
        }).filter(([, file]) => existsSync(file)),
      ),
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        // As in the app.
        topLevelVar: false,
      },
    },
  },
});
