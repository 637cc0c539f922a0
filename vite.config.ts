import { defineConfig } from "vite";
import { readPlans } from "./vite.read-plans.ts";

// Engines compile loops over arrays that are constants to code several times as fast as over variables.
const output = { topLevelVar: false };

export default defineConfig({
  base: "./",
  plugins: [readPlans()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es", rolldownOptions: { output } },
  build: {
    outDir: "dist/app",
    target: "es2023",
    chunkSizeWarningLimit: 300,
    rolldownOptions: { output },
  },
  preview: { host: "localhost", port: 4173 },
});
