import { useEffect } from "preact/hooks";
import { panBy, type ScreenPoint, type Viewport, zoomAt } from "./graph-viewport.ts";

/** Pixels that a pointer may tremble without moving the drawing. */
const TREMBLE = 4;

/**
 * Moves a drawing with the mouse or one finger, zooms it with two fingers, or with the wheel while Ctrl or Command
 * is held (which is also what pinching on a touchpad sends); the plain wheel scrolls the page.
 */
export function useGraphPointer(
  frame: { readonly current: SVGSVGElement | null },
  change: (next: (before: Viewport) => Viewport) => void,
): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const down = new Map<number, ScreenPoint>();
    let moved = 0;
    const here = (event: MouseEvent): ScreenPoint => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const press = (event: PointerEvent): void => {
      if (down.size === 0) moved = 0;
      down.set(event.pointerId, here(event));
    };
    const move = (event: PointerEvent): void => {
      const before = down.get(event.pointerId);
      if (before === undefined) return;
      const now = here(event);
      const [dx, dy] = [now.x - before.x, now.y - before.y];
      moved += Math.hypot(dx, dy);
      if (moved < TREMBLE) return;
      element.setPointerCapture(event.pointerId);
      down.set(event.pointerId, now);
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      if (other === undefined) change((view) => panBy(view, dx, dy));
      else change((view) => pinch(view, other, before, now));
    };
    const release = (event: PointerEvent): void => {
      down.delete(event.pointerId);
    };
    // What was a movement chooses nothing.
    const click = (event: MouseEvent): void => {
      if (moved >= TREMBLE) event.stopPropagation();
      moved = 0;
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const factor = 2 ** (-event.deltaY / 200);
      change((view) => zoomAt(view, factor, here(event)));
    };
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener("pointerdown", press, { signal });
    element.addEventListener("pointermove", move, { signal });
    element.addEventListener("pointerup", release, { signal });
    element.addEventListener("pointercancel", release, { signal });
    element.addEventListener("click", click, { signal, capture: true });
    element.addEventListener("wheel", wheel, { signal, passive: false });
    return () => stop.abort();
  }, []);
}

/** One of two fingers moved: zooms by how far they are apart, and follows their middle. */
function pinch(
  view: Viewport,
  other: ScreenPoint,
  before: ScreenPoint,
  now: ScreenPoint,
): Viewport {
  const apart = (point: ScreenPoint): number => Math.hypot(point.x - other.x, point.y - other.y);
  const zoomed = zoomAt(view, apart(now) / Math.max(apart(before), 1), {
    x: (before.x + other.x) / 2,
    y: (before.y + other.y) / 2,
  });
  return panBy(zoomed, (now.x - before.x) / 2, (now.y - before.y) / 2);
}
