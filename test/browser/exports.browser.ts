import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { palette } from "../../src/charts/palette.ts";
import { appBrowser } from "./app-browser.ts";
import { readBoard, settled } from "./board-page.ts";
import { csvRows } from "./csv-rows.ts";
import { download } from "./download.ts";
import { isShownAs } from "./headless.ts";
import { shownText } from "./shown-text.ts";

const openApp = appBrowser();
const ROUTE = "#/jiaxing-2021/epidemic-returns/target/gdp_growth?draws=10000&seed=7";
const PLAN = "嘉兴市2021年国民经济和社会发展计划";

async function openChart(): Promise<{ readonly page: Page; readonly figure: Locator }> {
  const page = await openApp({ route: ROUTE });
  await settled(page, "10,000", "7");
  const figure = page.getByRole("figure").first();
  await figure.waitFor();
  return { page, figure };
}

interface ParsedSvg {
  readonly error: string | undefined;
  readonly root: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly texts: readonly string[];
  /** Number of elements by name. */
  readonly elements: Readonly<Record<string, number>>;
}

/** Reads a file as the browser's XML parser does, which forgives nothing. */
function parseSvg(page: Page, text: string): Promise<ParsedSvg> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    const root = parsed.documentElement;
    const elements: Record<string, number> = {};
    for (const { localName } of parsed.querySelectorAll("*")) {
      elements[localName] = (elements[localName] ?? 0) + 1;
    }
    return {
      error: parsed.querySelector("parsererror")?.textContent ?? undefined,
      root: root.localName,
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
      title: parsed.querySelector("title")?.textContent ?? "",
      texts: [...parsed.querySelectorAll("text")].map((element) => element.textContent ?? ""),
      elements,
    };
  }, text) as Promise<ParsedSvg>;
}

interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly colors: number;
  /** Pixels of the colour asked for. */
  readonly inked: number;
}

/** Decodes an image file in the page. */
function decodeImage(page: Page, bytes: Buffer, color: string): Promise<DecodedImage> {
  return page.evaluate(
    async ({ base64, ink }) => {
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([raw], { type: "image/png" }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext("2d")!;
      context.drawImage(bitmap, 0, 0);
      const words = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
      // Pixels are alpha, blue, green, red from the highest byte down.
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
      const wanted = ((255 << 24) | (blue! << 16) | (green! << 8) | red!) >>> 0;
      const inked = words.filter((word) => word === wanted).length;
      return { width, height, colors: new Set(words).size, inked };
    },
    { base64: bytes.toString("base64"), ink: color },
  );
}

test("a chart's SVG file is well-formed, drawn in vectors, and names all it came from", async () => {
  const { page, figure } = await openChart();
  const finding = await shownText(figure.getByRole("heading"));
  const file = await download(page, figure.getByRole("button", { name: "保存 SVG" }));
  expect(file.name).toBe(`${PLAN}_疫情反复_gdp_growth-histogram.svg`);
  const svg = await parseSvg(page, file.bytes.toString("utf8"));
  expect(svg).toMatchObject({ error: undefined, root: "svg", title: finding });
  const written = svg.texts.join("\n");
  for (const part of [
    PLAN,
    "疫情反复",
    "10,000 次抽样",
    "种子 7",
    "目标出处",
    "嘉政发〔2021〕5号",
  ]) {
    expect(written.replaceAll("\n", "")).toContain(part);
  }
  expect(written).toMatch(/模型 [0-9a-f]{16}/);
  const { rect = 0, path = 0, line = 0, image, foreignObject, script } = svg.elements;
  expect(rect + path + line).toBeGreaterThan(30);
  expect([image, foreignObject, script]).toEqual([undefined, undefined, undefined]);
});

test("its PNG file is the same figure at twice the size", async () => {
  const { page, figure } = await openChart();
  const svgFile = await download(page, figure.getByRole("button", { name: "保存 SVG" }));
  const svg = await parseSvg(page, svgFile.bytes.toString("utf8"));
  const file = await download(page, figure.getByRole("button", { name: "保存 PNG" }));
  expect(file.name).toBe(`${PLAN}_疫情反复_gdp_growth-histogram.png`);
  // The signature of the PNG specification, section 5.2.
  expect([...file.bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const { hit } = palette("light");
  const image = await decodeImage(page, file.bytes, hit);
  expect([image.width, image.height]).toEqual([2 * svg.width, 2 * svg.height]);
  expect(image.colors).toBeGreaterThan(50);
  expect(image.inked).toBeGreaterThan(5_000);
});

test("its CSV file holds the numbers behind the chart, and where they come from", async () => {
  const { page, figure } = await openChart();
  const file = await download(page, figure.getByRole("button", { name: "保存 CSV" }));
  expect(file.name).toBe(`${PLAN}_疫情反复_gdp_growth-histogram.csv`);
  const [head, ...rows] = csvRows(file.bytes.toString("utf8"));
  expect(head).toEqual(["下限", "上限", "抽样占比", "结果"]);
  const bins = rows.filter((row) => row.length === 4);
  const share = (kept: (row: readonly string[]) => boolean) =>
    bins.filter(kept).reduce((sum, row) => sum + Number(row[2]), 0);
  expect(share(() => true)).toBeGreaterThan(0.99);
  expect(share(() => true)).toBeLessThan(1 + 1e-9);
  const gdp = (await readBoard(page)).find(({ id }) => id === "gdp_growth")!;
  const hits = share(([, , , outcome]) => outcome === "达标");
  // The farthest draws of either side are left out of the picture.
  expect(isShownAs(hits, gdp.probability) || isShownAs(hits + 0.01, gdp.probability)).toBe(true);
  const notes = rows.slice(bins.length).flat().join("\n");
  for (const part of ["疫情反复", "10,000 次抽样", "种子 7", "目标出处"])
    expect(notes).toContain(part);
});

test.each([
  ["zh-CN", "下载 CSV 表格", ["编号", "目标", "达标概率", "情景"], "疫情反复"],
  ["en", "Download CSV table", ["id", "target", "probability", "scenario"], "The epidemic returns"],
])(
  "the scoreboard's CSV in %s has 48 rows that Excel opens, with the odds on screen",
  async (locale, button, names, scenario) => {
    const page = await openApp({ route: ROUTE.replace("/target/gdp_growth", ""), locale });
    await page
      .getByText(/计算完成，共10,000次抽样|Run finished: 10,000 draws/)
      .waitFor({ state: "attached" });
    const { name, bytes } = await download(page, button);
    expect(name).toMatch(/^[^\s]+\.csv$/);
    expect(name).toContain(scenario.replaceAll(" ", "-"));
    // Excel takes a file for UTF-8 only with the byte order mark.
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const [head, ...rows] = csvRows(text);
    expect(head).toEqual(expect.arrayContaining(names));
    expect(rows).toHaveLength(48);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head!.length]));
    const at = names.map((column) => head!.indexOf(column));
    const board = await readBoard(page);
    const cells = rows.map((row) => at.map((column) => row[column]!));
    expect(cells.map(([id, label, , title]) => [id, label, title])).toEqual(
      board.map(({ id, label }) => [id, label, scenario]),
    );
    const wrong = cells.filter(
      ([, , share], index) => !isShownAs(Number(share), board[index]!.probability),
    );
    expect(wrong).toEqual([]);
  },
);

test("the model is downloaded as the file it was read from", async () => {
  const page = await openApp({ route: "#/jiaxing-2021/baseline/model?draws=10000" });
  const { name, bytes } = await download(page, "下载模型文件（YAML）");
  expect(name).toBe("jiaxing-2021.yaml");
  expect(bytes.equals(readFileSync("models/jiaxing-2021/plan.yaml"))).toBe(true);
});
