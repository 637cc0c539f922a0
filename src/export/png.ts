import type { ChartSpec } from "../charts/chart-spec.ts";
import { chartSvg } from "./svg.ts";

/** Pixels per CSS pixel: sharp on paper at the size of a column. */
const SCALE = 2;

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("The browser could not draw the chart's SVG."));
    image.src = url;
  });
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The browser could not make a PNG of the chart."));
      else resolve(blob);
    }, "image/png");
  });
}

/** Draw a chart's file as PNG at twice its size. Rejects where the browser cannot. */
export async function chartPng(spec: ChartSpec): Promise<Blob> {
  const svg = new Blob([chartSvg(spec)], { type: "image/svg+xml" });
  const url = URL.createObjectURL(svg);
  try {
    const image = await loadImage(url);
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("The browser has no canvas to draw the chart on.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await toPng(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}
