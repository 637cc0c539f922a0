import { expect, it, vi } from "vitest";
import { harbour } from "../../test/support/sample-app.ts";
import { readTitle } from "../core/language/read-title.ts";
import type { PlanEntry } from "./plan.ts";
import { createPlanTitles } from "./plan-titles.ts";

it("reads titles once, and leaves out what cannot be loaded", async () => {
  const loadPlan = vi.fn(harbour.loadPlan);
  const broken: PlanEntry = {
    key: "broken",
    loadPlan: () => Promise.reject(new Error("offline")),
    loadScenarios: async () => [],
  };
  const { titles, load } = createPlanTitles([{ ...harbour, loadPlan }, broken], async () => ({
    readTitle,
  }));
  expect(titles.value.size).toBe(0);
  await load();
  await load();
  expect([...titles.value]).toEqual([
    ["harbour", { zh: "港口城市2021年计划", en: "Harbour city's plan for 2021" }],
  ]);
  expect(loadPlan).toHaveBeenCalledTimes(1);
});
