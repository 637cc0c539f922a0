// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { appScreens } from "../../test/support/app-screen.ts";
import { harbour, mistakes, sampleApp, until } from "../../test/support/sample-app.ts";
import type { AppState } from "../state/app-state.ts";
import { App } from "./app.tsx";

let app: AppState;

appScreens(() => app.dispose());

async function open(...sketch: Parameters<typeof sampleApp>): Promise<void> {
  app = sampleApp(...sketch);
  render(<App state={app} />);
  await until(() => app.status.value.kind === "done");
  await act(async () => undefined);
}

const rows = () => [...document.querySelectorAll<HTMLElement>(".board-row")];
const rowOf = (label: string): HTMLElement => {
  const found = rows().find((row) => within(row).queryByText(label) !== null);
  if (found === undefined) throw new Error(`No row ${label}.`);
  return found;
};

describe("the scoreboard", () => {
  it("shows each target with its words, reading, probability and interval", async () => {
    await open();
    expect(rows()).toHaveLength(4);
    const row = within(rowOf("收入"));
    expect(row.getAllByText("确保104亿元、力争108亿元").length).toBeGreaterThan(0);
    expect(row.getByText("≥ 104亿元")).toBeDefined();
    expect(row.getByText("≥ 108亿元")).toBeDefined();
    const probability = app.shown.value?.summary.targets.find(({ id }) => id === "revenue");
    const percent = `${Math.round((probability?.probability ?? 0) * 100)}%`;
    expect(row.getByRole("img", { name: `收入：${percent}` })).toBeDefined();
    expect(row.getAllByRole("tooltip", { hidden: true })[0]?.textContent).toMatch(
      /每100次中约\d+次；95%区间.*4000次抽样/,
    );
  });

  it("sums up: binding targets together, the expected number, the three least likely", async () => {
    await open();
    const summary = within(screen.getByRole("region", { name: "总览" }));
    expect(summary.getByText("约束性目标全部达标")).toBeDefined();
    expect(summary.getByText("/ 4项")).toBeDefined();
    expect(summary.getAllByRole("link")).toHaveLength(3);
  });

  it("shows changes against the baseline only in another scenario", async () => {
    await open();
    expect(screen.queryByRole("columnheader", { name: "对基准（百分点）" })).toBeNull();
    app.go({ scenario: "storm" });
    await screen.findByRole("columnheader", { name: "对基准（百分点）" });
    await until(() => app.status.value.kind === "done");
    expect(rowOf("收入").querySelector(".change-down")?.textContent).toMatch(/▼−\d+\.\d.*标准误/);
  });

  it("filters, and offers to clear a filter that nothing fits", async () => {
    await open();
    const search = screen.getByRole("searchbox", { name: "筛选目标" });
    fireEvent.input(search, { target: { value: "提高" } });
    expect(rows()).toHaveLength(1);
    fireEvent.input(search, { target: { value: "月球" } });
    expect(rows()).toHaveLength(0);
    fireEvent.click(screen.getByRole("button", { name: "清除筛选" }));
    expect(rows()).toHaveLength(4);
    fireEvent.click(screen.getByRole("radio", { name: "约束性" }));
    expect(rows()).toHaveLength(2);
  });

  it("folds sections and remembers it", async () => {
    await open();
    fireEvent.click(screen.getByRole("button", { name: /一、港口/ }));
    expect(rows()).toHaveLength(2);
    expect(app.preferences.folded.value.has("port")).toBe(true);
  });

  it("moves between rows by keys", async () => {
    await open();
    const [first, second] = document.querySelectorAll<HTMLElement>("[data-row]");
    first?.focus();
    fireEvent.keyDown(first ?? document.body, { key: "j" });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second ?? document.body, { key: "ArrowUp" });
    expect(document.activeElement).toBe(first);
  });
});

describe("a target in full", () => {
  it("says odds, words, reading, quantiles, and how it is computed down to the sources", async () => {
    await open({ hash: "#/harbour/baseline/target/throughput_growth?draws=4000" });
    await screen.findByRole("heading", { level: 2, name: "吞吐量增速" });
    const detail = within(document.querySelector<HTMLElement>(".detail") ?? document.body);
    expect(detail.getByText("增长6%左右")).toBeDefined();
    expect(detail.getByText(/减去容差0.5个百分点/)).toBeDefined();
    expect(detail.getAllByText(/港口城市计划/).length).toBeGreaterThan(0);
    expect(detail.getByText("中位数", { selector: "dt" })).toBeDefined();
    expect(detail.getAllByRole("img", { name: /.+/ }).length).toBeGreaterThanOrEqual(2);

    fireEvent.click(detail.getByRole("link", { name: "世界贸易增速" }));
    expect(detail.getAllByText("normal(5, 4)").length).toBeGreaterThan(0);
    fireEvent.click(detail.getByRole("button", { name: "吞吐量增速" }));
    expect(detail.getByText(/最终取决于4项假设与参数/)).toBeDefined();
  });

  it("closes with Escape", async () => {
    await open({ hash: "#/harbour/baseline/target/revenue?draws=4000" });
    await screen.findByRole("heading", { level: 2, name: "收入" });
    await act(async () => undefined);
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(app.route.value.view).toEqual({ kind: "scoreboard" });
    await act(async () => undefined);
    expect((document.activeElement as HTMLElement).dataset["row"]).toBe("revenue");
  });

  it("says so when there is no such target", async () => {
    await open({ hash: "#/harbour/baseline/target/nothing?draws=4000" });
    await screen.findByText("这份计划没有这个目标");
  });
});

describe("what became known afterwards", () => {
  // The plan is of 1 February 2021; figures of 2021 that were published later are outcomes.
  const text = [
    "indicator,year,value,unit,published,source,note",
    "throughput_growth,2021,5.6,% yoy real,2022-01-20,https://example.org/report,first figure",
    "revenue,2021,103.5,100 million yuan,2022-01-20,Budget report,",
  ].join("\n");
  const plans = [
    {
      ...harbour,
      loadPlan: async () => ({
        ...(await harbour.loadPlan()),
        history: { file: "history.csv", text },
      }),
    },
  ];

  it("stands beside the odds with its verdict, and can be switched off", async () => {
    await open({ plans });
    expect(rowOf("吞吐量增速").querySelector(".actual")?.textContent).toMatch(
      /实际5.6%达标第\d+百分位位于模拟分布的第\d+百分位；事后公布，未用于计算/,
    );
    expect(rowOf("收入").querySelector(".actual")?.textContent).toMatch(/实际103.5亿元未达标/);
    expect(rowOf("收入（下达）").querySelector(".actual")?.textContent).toMatch(
      /实际103.5亿元第\d+百分位/,
    );
    // Throughput growth of 5.6 hits 6 ± 0.5 but, the last value being 3, also rises; revenue misses.
    expect(screen.getByText(/3项已有实际结果，达标2项/)).toBeDefined();
    fireEvent.click(screen.getByRole("checkbox", { name: "显示实际结果" }));
    expect(document.querySelector(".actual")).toBeNull();
    expect(screen.queryByText(/已有实际结果/)).toBeNull();
  });

  it("is shown with its source in the detail and on its charts", async () => {
    await open({ plans, hash: "#/harbour/baseline/target/throughput_growth?draws=4000" });
    await screen.findByText("实际结果（事后公布，未用于计算）");
    expect(screen.getByRole("link", { name: "example.org" })).toBeDefined();
    expect(screen.getByText(/2022-01-20公布.*first figure/)).toBeDefined();
  });

  it("is not spoken of where there is none", async () => {
    await open();
    expect(screen.queryByRole("checkbox", { name: "显示实际结果" })).toBeNull();
  });

  it("changes no odds", async () => {
    await open({ plans });
    const known = app.shown.value?.summary;
    app.dispose();
    cleanup();
    await open();
    expect(known).toEqual(app.shown.value?.summary);
  });
});

describe("languages", () => {
  it("switch everything at once and are kept", async () => {
    await open();
    fireEvent.click(screen.getByRole("button", { name: /Switch to English/ }));
    expect(screen.getByText("4 targets")).toBeDefined();
    expect(screen.getByText("All binding targets hit")).toBeDefined();
    expect(rowOf("Revenue")).toBeDefined();
    expect(app.preferences.language.value).toBe("en");
  });

  it("follow the browser at first", async () => {
    await open({ browserLanguages: ["en-GB"] });
    expect(screen.getByText("4 targets")).toBeDefined();
  });
});

describe("the other screens", () => {
  it("compare all scenarios, and say what each changes and why", async () => {
    await open({ hash: "#/harbour/baseline/compare?draws=3000" });
    const table = within(await screen.findByRole("table"));
    expect(table.getByRole("columnheader", { name: /风暴/ })).toBeDefined();
    expect(table.getAllByRole("row").length).toBe(1 + 2 + 2 + 4);
    // Once with the scenario, once in what tells it from the baseline.
    expect(screen.getAllByText(/整体下调6个百分点（原为 normal\(5, 4\)）/)).toHaveLength(2);
    expect(screen.getByText("停工")).toBeDefined();
    fireEvent.click(screen.getByRole("radio", { name: "与基准之差（百分点）" }));
    expect(document.querySelectorAll(".compare-table .change-down").length).toBeGreaterThan(0);
  });

  it("show the model with its sources", async () => {
    await open({ hash: "#/harbour/storm/model/strike?draws=3000" });
    await screen.findByText("港政发〔2021〕1号");
    const entry = within(document.getElementById("quantity-strike") ?? document.body);
    expect(entry.getAllByText("bernoulli(0.3)").length).toBeGreaterThan(0);
    expect(entry.getByText(/基准：bernoulli\(0.05\)/)).toBeDefined();
  });

  it("list every mistake of a plan file with its place and remedy", async () => {
    await open();
    await app.openFiles([mistakes]);
    await screen.findByText("这份文件有10处需要修改");
    const places = [...document.querySelectorAll(".problem-place")].map((p) => p.textContent);
    expect(places).toHaveLength(10);
    expect(places[0]).toBe("ten-mistakes.yaml:25:19");
    fireEvent.click(screen.getByRole("button", { name: "关闭文件，回到自带计划" }));
    await screen.findByText("共4项目标");
  });

  it("report a failed run and offer the way without workers", async () => {
    app = sampleApp({
      runner: {
        run: async () => ({ kind: "failed", message: "no worker today" }),
        weigh: async () => ({ kind: "failed", message: "no worker today" }),
        sample: async () => ({ kind: "failed", message: "no worker today" }),
        sensitivity: async () => ({ kind: "failed", message: "no worker today" }),
        close: () => undefined,
      },
    });
    render(<App state={app} />);
    const alert = within(await screen.findByRole("alert"));
    expect(alert.getByText("no worker today")).toBeDefined();
    fireEvent.click(alert.getByRole("button", { name: "在页面内计算" }));
    await screen.findByText("共4项目标");
    await screen.findByText("未使用后台线程");
  });
});
