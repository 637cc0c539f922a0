import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useWidth } from "../../charts/use-width.ts";
import { type GraphEdge, type ModelGraph, reachable } from "../../state/model-graph.ts";
import type { GraphZoom } from "../../state/view.ts";
import { useWords } from "../app-context.ts";
import { togetherWords } from "../text/together-words.ts";
import { graphStep } from "./graph-keys.ts";
import { GraphNode, type GraphNodeProps } from "./graph-node.tsx";
import { useGraphPointer } from "./graph-pointer.ts";
import {
  fitReadable,
  fitWhole,
  isSameZoom,
  panBy,
  reveal,
  type Viewport,
  viewportOf,
  zoomAt,
  zoomOf,
} from "./graph-viewport.ts";
import { type GraphLayout, layerLayout, NODE_HEIGHT, NODE_WIDTH } from "./layer-layout.ts";

export interface GraphCanvasProps {
  readonly graph: ModelGraph;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** The part to begin with; where it fits best where it is left out. */
  readonly zoom: GraphZoom | undefined;
  /** Told when the user has moved the drawing, once it rests. */
  readonly onZoom: (zoom: GraphZoom) => void;
}

/** The drawing rests when it was not moved for so long. */
const REST_MS = 300;

const NODE_SIZE = { width: NODE_WIDTH, height: NODE_HEIGHT };
const ZOOM_STEP = 1.3;
const PAN_STEP = 60;

/** The graph as a drawing to move about in, by mouse, finger or keyboard. */
export function GraphCanvas({ graph, chosen, onChoose, zoom: asked, onZoom }: GraphCanvasProps) {
  const { language } = useWords();
  const words = togetherWords(language).graph;
  const frame = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layerLayout(graph), [graph]);
  const [view, setView] = useState<Viewport>({ x: 0, y: 0, k: 1 });
  const size = () => ({
    width: frame.current?.clientWidth || 800,
    height: frame.current?.clientHeight || 480,
  });
  const width = useWidth(frame);
  const isSmall = graph.nodes.some(({ kind }) => kind === "target") && targetsOf(graph) === 1;
  useLayoutEffect(() => {
    const fit = isSmall ? fitReadable(layout, size(), focusOf(layout)) : fitWhole(layout, size());
    setView((before) => {
      if (asked === undefined) return fit;
      // What comes back from the address is rounded: a drawing that is there already must not jump.
      return isSameZoom(asked, zoomOf(before, size())) ? before : viewportOf(asked, size());
    });
  }, [layout, isSmall, asked, width]);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const move = useCallback(
    (next: (before: Viewport) => Viewport): void =>
      setView((before) => {
        const after = next(before);
        clearTimeout(resting.current);
        resting.current = setTimeout(() => onZoom(zoomOf(after, size())), REST_MS);
        return after;
      }),
    [],
  );
  useGraphPointer(frame, move);
  const [reached, setReached] = useState<string | undefined>(undefined);
  const start = [chosen, reached, layout.columns.at(-1)?.[0]].find(
    (id) => id !== undefined && layout.places.has(id),
  );
  const show = (id: string): void => {
    const at = layout.places.get(id);
    if (at !== undefined) setView((before) => reveal(before, at, NODE_SIZE, size()));
  };
  useEffect(() => {
    if (chosen !== undefined) show(chosen);
  }, [chosen, layout, width]);
  const zoom = (factor: number): void => {
    const { width, height } = size();
    move((before) => zoomAt(before, factor, { x: width / 2, y: height / 2 }));
  };
  const keys = (event: KeyboardEvent): void => {
    const from = nodeOf(event.target);
    const step = graphStep(event, graph, layout, from);
    if (step === undefined) return;
    event.preventDefault();
    if (step.kind === "zoom") zoom(step.isIn ? ZOOM_STEP : 1 / ZOOM_STEP);
    if (step.kind === "fit") move(() => fitWhole(layout, size()));
    if (step.kind === "pan") {
      move((before) => panBy(before, step.dx * PAN_STEP, step.dy * PAN_STEP));
    }
    if (step.kind === "choose") onChoose(step.id);
    if (step.kind === "move") {
      setReached(step.id);
      show(step.id);
      const next = frame.current?.querySelector<SVGGElement>(
        `[data-node="${CSS.escape(step.id)}"]`,
      );
      next?.focus();
    }
  };
  return (
    <div class="graph">
      <div class="graph-zoom">
        <button
          type="button"
          class="button"
          aria-label={words.zoomIn}
          onClick={() => zoom(ZOOM_STEP)}
        >
          +
        </button>
        <button
          type="button"
          class="button"
          aria-label={words.zoomOut}
          onClick={() => zoom(1 / ZOOM_STEP)}
        >
          −
        </button>
        <button type="button" class="button" onClick={() => move(() => fitWhole(layout, size()))}>
          {words.fit}
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no field set */}
      <svg
        ref={frame}
        class="graph-frame"
        role="group"
        aria-label={words.canvas}
        onKeyDown={keys}
        onClick={(event) => {
          const id = nodeOf(event.target);
          if (id !== undefined) onChoose(id);
        }}
      >
        <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`}>
          <Drawing graph={graph} layout={layout} chosen={chosen} start={start} />
        </g>
      </svg>
      <ul class="graph-legend" aria-hidden="true">
        <li class="is-input">{words.layers.inputs}</li>
        <li class="is-indicator">{words.layers.indicators}</li>
        <li class="is-target">{words.layers.targets}</li>
        {graph.edges.some(({ isLagged }) => isLagged) && <li class="is-lagged">{words.lagged}</li>}
      </ul>
    </div>
  );
}

interface DrawingProps {
  readonly graph: ModelGraph;
  readonly layout: GraphLayout;
  readonly chosen: string | undefined;
  readonly start: string | undefined;
}

function Drawing({ graph, layout, chosen, start }: DrawingProps) {
  return useMemo(() => {
    const isHere = chosen !== undefined && layout.places.has(chosen);
    const sources = !isHere ? undefined : reachable(graph, chosen, "sources");
    const uses = !isHere ? undefined : reachable(graph, chosen, "uses");
    const toneOf = (id: string): GraphNodeProps["tone"] => {
      if (sources === undefined || uses === undefined) return "plain";
      if (id === chosen) return "chosen";
      return sources.has(id) || uses.has(id) ? "related" : "quiet";
    };
    const edgeTone = ({ from, to }: GraphEdge): string => {
      if (sources === undefined || uses === undefined) return "plain";
      const isOn = (sources.has(from) && sources.has(to)) || (uses.has(from) && uses.has(to));
      return isOn ? "related" : "quiet";
    };
    return (
      <>
        {graph.edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            class={`graph-edge is-${edgeTone(edge)} ${edge.isLagged ? "is-lagged" : ""}`}
            d={edgePath(edge, layout)}
          />
        ))}
        {graph.nodes.map((node) => (
          <GraphNode
            key={node.id}
            node={node}
            place={layout.places.get(node.id) ?? { x: 0, y: 0 }}
            tone={toneOf(node.id)}
            isReachable={node.id === start}
          />
        ))}
      </>
    );
  }, [graph, layout, chosen, start]);
}

/** From the right side of one node to the left side of another, or around where that is not to its right. */
function edgePath({ from, to }: GraphEdge, { places }: GraphLayout): string {
  const [a, b] = [places.get(from), places.get(to)];
  if (a === undefined || b === undefined) return "";
  const [x1, y1, y2] = [a.x + NODE_WIDTH, a.y + NODE_HEIGHT / 2, b.y + NODE_HEIGHT / 2];
  if (b.x === a.x) return `M${x1} ${y1}C${x1 + 44} ${y1} ${x1 + 44} ${y2} ${x1} ${y2}`;
  const bend = b.x > a.x ? Math.max(28, (b.x - x1) / 2) : 60;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${b.x - bend} ${y2} ${b.x} ${y2}`;
}

function targetsOf({ nodes }: ModelGraph): number {
  return nodes.filter(({ kind }) => kind === "target").length;
}

/** Height of the last node in the drawing: the target whose sources it shows. */
function focusOf({ columns, places }: GraphLayout): number {
  const last = columns.at(-1)?.[0];
  return (last === undefined ? 0 : (places.get(last)?.y ?? 0)) + NODE_HEIGHT / 2;
}

function nodeOf(element: EventTarget | null): string | undefined {
  if (!(element instanceof Element)) return undefined;
  return element.closest<SVGGElement>("[data-node]")?.dataset["node"];
}
