import { useLayoutEffect, useState } from "preact/hooks";
import { rootScale } from "./root-scale.ts";

/** Width before the page has been laid out. */
const FIRST_WIDTH = 480;

/** Width of an element as a chart counts it, in pixels of a page of the usual size; kept current. */
export function useWidth(element: { readonly current: Element | null }): number {
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const host = element.current;
    if (host === null) return;
    const measure = () => setWidth(host.clientWidth / rootScale() || FIRST_WIDTH);
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
