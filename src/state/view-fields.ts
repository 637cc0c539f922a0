import type { GraphZoom, SeekLever, View } from "./view.ts";

/** How a part of a view is written as a field of an address, and read from it. */
interface Field<T> {
  /** `undefined` where the text is malformed. */
  parse(text: string): T | undefined;
  format(value: T): string;
}

/** What stands for an empty list where a missing one stands for the default. */
const NONE = "none";

const word: Field<string> = {
  parse: (text) => decode(text) || undefined,
  format: encodeURIComponent,
};

const words: Field<readonly string[]> = {
  parse: (text) => {
    const parts = text.split(",").filter((part) => part !== "");
    return parts.length === 0 ? undefined : parts.map(decode);
  },
  format: (value) => value.map(encodeURIComponent).join(","),
};

const wordsOrNone: Field<readonly string[]> = {
  parse: (text) => (text === NONE ? [] : words.parse(text)),
  format: (value) => (value.length === 0 ? NONE : words.format(value)),
};

function oneOf<const T extends string>(...options: readonly T[]): Field<T> {
  return {
    parse: (text) => options.find((option) => option === text),
    format: (value) => value,
  };
}

function number(accept: (value: number) => boolean): Field<number> {
  return {
    parse: (text) => {
      const value = text === "" ? Number.NaN : Number(text);
      return Number.isFinite(value) && accept(value) ? value : undefined;
    },
    format: String,
  };
}

const count = number((value) => Number.isSafeInteger(value) && value > 0);
const low = number((value) => value <= 0);
const high = number((value) => value >= 0);
const positive = number((value) => value > 0);
const anyNumber = number(() => true);

/** `name~low~high~effort`, parts left out being empty; behind `!` it is not used. */
const lever: Field<SeekLever> = {
  parse: (text) => {
    const isIdle = text.startsWith("!");
    const [name = "", ...numbers] = text.slice(isIdle ? 1 : 0).split("~");
    if (name === "" || numbers.length > 3) return undefined;
    const given = {
      low: low.parse(numbers[0] ?? ""),
      high: high.parse(numbers[1] ?? ""),
      effort: positive.parse(numbers[2] ?? ""),
    };
    return {
      name: decode(name),
      ...(isIdle && { isIdle }),
      ...(given.low !== undefined && { low: given.low }),
      ...(given.high !== undefined && { high: given.high }),
      ...(given.effort !== undefined && { effort: given.effort }),
    };
  },
  format: ({ name, isIdle, low, high, effort }) =>
    [`${isIdle ? "!" : ""}${encodeWord(name)}`, low ?? "", high ?? "", effort ?? ""]
      .join("~")
      .replace(/~+$/, ""),
};

const levers: Field<readonly SeekLever[]> = {
  parse: (text) => {
    const found = text.split("*").flatMap((each) => lever.parse(each) ?? []);
    return found.length === 0 ? undefined : found;
  },
  format: (value) => value.map(lever.format).join("*"),
};

const zoom: Field<GraphZoom> = {
  parse: (text) => {
    const [scale, x, y, ...rest] = text.split("~").map((part) => anyNumber.parse(part));
    if (rest.length > 0 || x === undefined || y === undefined || !scale || scale < 0) {
      return undefined;
    }
    return { scale, x, y };
  },
  format: ({ scale, x, y }) => [scale, x, y].join("~"),
};

/** The parts of each kind of view that stand in the query; the others are part of its path. */
type Fields = {
  readonly [V in View as V["kind"]]: {
    readonly [K in Exclude<keyof V, PathPart<V>>]-?: Field<NonNullable<V[K]>>;
  };
};
type PathPart<V extends View> =
  | "kind"
  | (V["kind"] extends "target" ? "id" : never)
  | (V["kind"] extends "compare" ? "only" : never)
  | (V["kind"] extends "known" ? "values" : never)
  | (V["kind"] extends "assumptions" | "model" ? "name" : never);

const BOARD = {
  find: word,
  only: oneOf("binding", "expected"),
  sort: oneOf("probability", "change"),
};

const FIELDS: Fields = {
  scoreboard: BOARD,
  target: { ...BOARD, driver: word, path: words, drivers: count },
  assumptions: {
    find: word,
    only: oneOf("levers", "changed"),
    sort: oneOf("influence"),
    odds: oneOf("change"),
  },
  compare: {
    show: oneOf("difference"),
    pick: words,
    target: word,
    indicator: word,
    curve: oneOf("exceedance"),
    from: word,
    to: word,
    share: word,
  },
  seek: { targets: wordsOrNone, least: count, odds: number((p) => p > 0 && p < 100), levers },
  together: {
    must: words,
    given: word,
    show: oneOf("map", "list"),
    graph: word,
    back: oneOf("4", "all"),
    node: word,
    zoom,
  },
  known: { sort: oneOf("plan"), show: word },
  model: { drivers: count },
  scenarios: {},
  backtest: {},
  annex: {},
};

/** Reads the parts of a kind of view from an address's fields; missing and malformed ones are left out. */
export function parseViewFields(
  kind: View["kind"],
  fields: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fieldsOf(kind).flatMap(([name, field]) => {
      const value = field.parse(fields.get(name) ?? "");
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Writes what {@link parseViewFields} reads, as `name=text`; empty parts are left out. */
export function formatViewFields(view: View): string[] {
  const parts: Readonly<Record<string, unknown>> = { ...view };
  return fieldsOf(view.kind).flatMap(([name, field]) => {
    const value = parts[name];
    const text = value === undefined ? "" : field.format(value);
    return text === "" ? [] : [`${name}=${text}`];
  });
}

/** Names are those of the view's properties, so that a value fits its field. */
const fieldsOf = (kind: View["kind"]): readonly [string, Field<unknown>][] =>
  Object.entries(FIELDS[kind]);

/** Takes an escaped part of an address back; one that is escaped wrongly stays as it is. */
export function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Escapes the signs that part levers, too. */
const encodeWord = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
