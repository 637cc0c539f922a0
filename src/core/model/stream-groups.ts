import { normalScoreCorrelation } from "../sampling/copula.ts";
import { connectedGroups } from "./connected-groups.ts";
import type { Definition, JointGroup } from "./definition.ts";
import { quantityName } from "./quantity-name.ts";

/** Random streams that one copula joins. */
export interface StreamGroup {
  /** In the order of their names, so that draws do not depend on the order in the file. */
  readonly streams: readonly string[];
  /** Correlations of their scores, row-major, n × n. */
  readonly correlation: Float64Array;
  /** Degrees of freedom of a t copula. */
  readonly df?: number;
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
  const pairs = definition.correlations.flatMap(({ between, rank }) =>
    streamsOf(definition, between).map(([one = "", other = ""]): StreamPair => {
      return { between: [one, other], correlation: normalScoreCorrelation(rank) };
    }),
  );
  const connected = connectedGroups(pairs.map(({ between }) => between)).map((streams) => {
    return { streams, correlation: matrixOf(streams, pairs) };
  });
  const joint = (definition.jointGroups ?? []).flatMap((group) => jointStreams(definition, group));
  return [...joint, ...connected];
}

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
  return streamsOf(definition, members).map((streams): StreamGroup => {
    const pairs = streams.flatMap((one, i) =>
      streams.slice(0, i).map((other, j): StreamPair => {
        return { between: [one, other], correlation: correlation[i]?.[j] ?? Number.NaN };
      }),
    );
    const ordered = [...streams].sort();
    const group = { streams: ordered, correlation: matrixOf(ordered, pairs) };
    return df === undefined ? group : { ...group, df };
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
