import { defineConfig } from "vite";
import { readPlans } from "./vite.read-plans.ts";

// Engines compile loops over arrays that are constants to code several times as fast as over variables.
const output = { topLevelVar: false };

/** What every visit loads comes in two files, with all that they import: what starts the engine, and the app. */
const FIRST_LOAD = [
  {
    name: "start",
    test: /rolldown\/runtime|\/src\/(start|core\/model\/packed-instructions)\.ts$/,
    priority: 1,
  },
  { name: "app", test: /\/src\/main\.tsx$/ },
];

export default defineConfig({
  base: "./",
  plugins: [readPlans()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es", rolldownOptions: { output } },
  build: {
    outDir: "dist/app",
    target: "es2023",
    chunkSizeWarningLimit: 300,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { ...output, codeSplitting: { groups: FIRST_LOAD } } },
  },
  preview: { host: "localhost", port: 4173 },
});
