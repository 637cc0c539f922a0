import { defineConfig } from "vite";
import { readPlans } from "./vite.read-plans.ts";

export default defineConfig({
  base: "./",
  plugins: [readPlans()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: { outDir: "dist/app", target: "es2023", chunkSizeWarningLimit: 300 },
  preview: { host: "localhost", port: 4173 },
});
