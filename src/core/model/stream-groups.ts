import { keepLatest } from "../keep-latest.ts";
import { choleskyFactor } from "../sampling/copula.ts";
import { nearestCorrelation } from "../sampling/nearest-correlation.ts";
import { scoreCorrelation } from "../sampling/score-correlation.ts";
import { connectedGroups } from "./connected-groups.ts";
import { correlatedGroups } from "./correlated-groups.ts";
import type { Definition, JointGroup } from "./definition.ts";
import { quantityName } from "./quantity-name.ts";

/** Random streams that one copula joins. */
export interface StreamGroup {
  /** In the order of their names, so that draws do not depend on the order in the file. */
  readonly streams: readonly string[];
  /** Correlations of their scores, row-major, n × n. */
  readonly correlation: Float64Array;
  /** The correlations asked for, where they cannot hold and `correlation` is the nearest that can. */
  readonly asked?: Float64Array;
  /** Degrees of freedom of a t copula. */
  readonly df?: number | undefined;
}

/** The correlation of the scores of two streams. */
interface StreamPair {
  readonly between: readonly [string, string];
  readonly correlation: number;
}

/**
 * The streams of a definition that copulas join: joint groups first, then what correlations connect. Inputs
 * are joined within each period; uncertain parameters, drawn once, with the first period's inputs.
 */
export function streamGroups(definition: Definition): readonly StreamGroup[] {
  const joint = (definition.jointGroups ?? []).flatMap((group) => jointStreams(definition, group));
  const groups = correlatedGroups(definition.correlations, definition.copulas);
  const correlated = groups.flatMap(({ names, choice }) =>
    correlatedStreams(definition, names, choice?.df),
  );
  return [...joint, ...inOrder(correlated)];
}

const inOrder = (groups: readonly StreamGroup[]): readonly StreamGroup[] =>
  groups.toSorted((one, other) => ((one.streams[0] ?? "") < (other.streams[0] ?? "") ? -1 : 1));

/** The streams of a connected group of quantities; in later periods, which parameters do not connect, maybe several. */
function correlatedStreams(
  definition: Definition,
  names: readonly string[],
  df: number | undefined,
): readonly StreamGroup[] {
  const pairs = definition.correlations.flatMap(({ between, rank }) => {
    if (!names.includes(between[0])) return [];
    const correlation = scoreCorrelation(rank, df);
    return streamsOf(definition, between).map(
      ([one = "", other = ""]): StreamPair => ({ between: [one, other], correlation }),
    );
  });
  return connectedGroups(pairs.map(({ between }) => between)).map((streams): StreamGroup => {
    const asked = matrixOf(streams, pairs);
    const isAsFound =
      definition.correlationRepair === undefined ||
      choleskyFactor(asked, streams.length) !== undefined;
    return isAsFound
      ? { streams, correlation: asked, df }
      : { streams, correlation: repaired(asked.join(" ")), asked, df };
  });
}

/** Least eigenvalue of a repaired matrix: small, but safely positive. */
const LEAST_EIGENVALUE = 1e-6;

/** The nearest matrix to one given as text: kept, since a moved slider asks for the same one again. */
const repaired = keepLatest(16, (text: string): Float64Array => {
  const matrix = Float64Array.from(text.split(" "), Number);
  return nearestCorrelation(matrix, Math.sqrt(matrix.length), LEAST_EIGENVALUE);
});

/** The streams of quantities that are joined, for each period in which they are. */
function streamsOf(
  { parameters, periods }: Definition,
  names: readonly string[],
): readonly (readonly string[])[] {
  const once = new Set(parameters.map(({ id }) => id));
  const years = names.some((name) => once.has(name)) ? periods.slice(0, 1) : periods;
  return years.map((year) =>
    names.map((name) => (once.has(name) ? name : quantityName(name, year))),
  );
}

function jointStreams(
  definition: Definition,
  { members, correlation, df }: JointGroup,
): readonly StreamGroup[] {
  return streamsOf(definition, members).map((streams) => {
    const pairs = streams.flatMap((one, i) =>
      streams.slice(0, i).map((other, j): StreamPair => {
        return { between: [one, other], correlation: correlation[i]?.[j] ?? Number.NaN };
      }),
    );
    const ordered = [...streams].sort();
    return { streams: ordered, correlation: matrixOf(ordered, pairs), df };
  });
}

function matrixOf(streams: readonly string[], pairs: readonly StreamPair[]): Float64Array {
  const n = streams.length;
  const places = new Map(streams.map((stream, index) => [stream, index]));
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  for (const { between, correlation } of pairs) {
    const [i, j] = between.map((stream) => places.get(stream));
    if (i === undefined || j === undefined) continue;
    matrix[i * n + j] = correlation;
    matrix[j * n + i] = correlation;
  }
  return matrix;
}
