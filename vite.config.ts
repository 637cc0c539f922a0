import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: { outDir: "dist/app", target: "es2023", chunkSizeWarningLimit: 300 },
  preview: { host: "localhost", port: 4173 },
});
