// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { bellShaped, sampleResult } from "../../test/support/sample-result.ts";
import { Chart } from "./chart.tsx";
import { histogramSpec } from "./histogram-spec.ts";
import { ProbabilityBar } from "./probability-bar.tsx";
import { probabilityBarsSpec } from "./probability-bars-spec.ts";

const event = { threshold: 7.5, hitSide: "above", strict: false } as const;
const result = sampleResult([{ id: "growth", unit: "%", values: bellShaped(2_003, 8, 1), event }]);
const spec = histogramSpec(result, "growth", "zh");

afterEach(() => act(cleanup));

describe("Chart", () => {
  it("tells its summary to readers who do not see it", () => {
    render(<Chart spec={spec} theme="light" />);
    expect(screen.getByRole("img", { name: spec.alt })).toBeDefined();
    expect(screen.getByRole("heading", { name: spec.title })).toBeDefined();
  });

  it("shows and hides the table behind it", () => {
    render(<Chart spec={spec} theme="dark" />);
    expect(screen.queryByRole("table")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "数据表" }));
    const rows = screen.getAllByRole("row");
    expect(rows).toHaveLength(spec.table.rows.length + 1);
    fireEvent.click(screen.getByRole("button", { name: "收起数据表" }));
    expect(screen.queryByRole("table")).toBeNull();
  });

  it.each(["svg", "png", "csv"] as const)("asks to be saved as %s", (format) => {
    const onExport = vi.fn();
    render(<Chart spec={spec} theme="light" onExport={onExport} />);
    fireEvent.click(screen.getByRole("button", { name: `保存 ${format.toUpperCase()}` }));
    expect(onExport).toHaveBeenCalledExactlyOnceWith(format, spec);
  });

  it("draws every row of a chart with rows", () => {
    const { container } = render(<Chart spec={probabilityBarsSpec(result, "en")} theme="light" />);
    expect(container.querySelectorAll("circle")).toHaveLength(1);
    expect(container.textContent).toContain("Indicator growth");
  });

  it("stands as SVG where there is no canvas", async () => {
    const { container } = render(<Chart spec={spec} theme="light" />);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(container.querySelectorAll(".chart-svg rect").length).toBeGreaterThan(10);
  });
});

describe("ProbabilityBar", () => {
  it("is as long as the probability", () => {
    const estimate = { probability: 0.25, standardError: 0.1, interval95: [0.1, 0.5] } as const;
    const { container } = render(<ProbabilityBar estimate={estimate} label="25%" width={200} />);
    const bars = [...container.querySelectorAll("rect")].map((bar) => bar.getAttribute("width"));
    expect(bars).toContain("50");
    const whisker = container.querySelector("line");
    expect([whisker?.getAttribute("x1"), whisker?.getAttribute("x2")]).toEqual(["20", "100"]);
  });
});
