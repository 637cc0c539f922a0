import type { Language, Text } from "../text.ts";

/**
 * A unit of measure: integer exponents by atom, without zeros. An atom is a noun with its multiplier
 * (`100 million yuan`) or a kind of percentage (`%`, `% yoy`, `percentage points`). A plain number
 * has no atoms.
 */
export type Unit = ReadonlyMap<string, number>;

const SHARE = "%";
const GROWTH = "% yoy";
const POINTS = "percentage points";

const MULTIPLIERS: ReadonlyMap<string, Text> = new Map([
  ["ten", { zh: "十", en: "10" }],
  ["hundred", { zh: "百", en: "100" }],
  ["thousand", { zh: "千", en: "thousand" }],
  ["10 thousand", { zh: "万", en: "10,000" }],
  ["million", { zh: "百万", en: "mn" }],
  ["10 million", { zh: "千万", en: "10 mn" }],
  ["100 million", { zh: "亿", en: "100 mn" }],
  ["billion", { zh: "十亿", en: "bn" }],
]);

/** Plural as in model files, its singular (also accepted), and how each is shown. */
const NOUNS: readonly {
  readonly name: string;
  readonly singular: string;
  readonly zh: string;
  readonly en: readonly [singular: string, plural: string];
}[] = [
  { name: "yuan", singular: "yuan", zh: "元", en: ["yuan", "yuan"] },
  { name: "US dollars", singular: "US dollar", zh: "美元", en: ["US$", "US$"] },
  { name: "persons", singular: "person", zh: "人", en: ["person", "persons"] },
  { name: "enterprises", singular: "enterprise", zh: "家", en: ["enterprise", "enterprises"] },
  { name: "companies", singular: "company", zh: "家", en: ["company", "companies"] },
  { name: "institutes", singular: "institute", zh: "家", en: ["institute", "institutes"] },
  { name: "factories", singular: "factory", zh: "家", en: ["factory", "factories"] },
  { name: "projects", singular: "project", zh: "个", en: ["project", "projects"] },
  { name: "tce", singular: "tce", zh: "吨标煤", en: ["tce", "tce"] },
  { name: "t CO2", singular: "t CO2", zh: "吨二氧化碳", en: ["t CO₂", "t CO₂"] },
  { name: "mu", singular: "mu", zh: "亩", en: ["mu", "mu"] },
  { name: "square metre", singular: "square metre", zh: "平方米", en: ["m²", "m²"] },
  { name: "cubic metre", singular: "cubic metre", zh: "立方米", en: ["m³", "m³"] },
  { name: "gram", singular: "gram", zh: "克", en: ["g", "g"] },
  { name: "microgram", singular: "microgram", zh: "微克", en: ["µg", "µg"] },
  { name: "tonne", singular: "tonne", zh: "吨", en: ["t", "t"] },
  { name: "kWh", singular: "kWh", zh: "千瓦时", en: ["kWh", "kWh"] },
  { name: "year", singular: "year", zh: "年", en: ["year", "years"] },
];

/** The nouns that a unit may name, as written in model files. */
export const UNIT_NOUNS: readonly string[] = NOUNS.map((noun) => noun.name);

/** The multipliers that may stand before a noun. */
export const UNIT_MULTIPLIERS: readonly string[] = [...MULTIPLIERS.keys()];

/** A plain number, written `1`. */
export const PLAIN_NUMBER: Unit = new Map();

/** A percentage that fits shares and growth rates alike. */
export const ANY_PERCENTAGE: Unit = new Map([[POINTS, 1]]);

interface Part {
  readonly multiplier: string | undefined;
  readonly noun: (typeof NOUNS)[number];
}

function parsePart(text: string): Part | undefined {
  const noun = NOUNS.find((n) =>
    [n.name, n.singular].some((name) => text === name || text.endsWith(` ${name}`)),
  );
  if (noun === undefined) return undefined;
  const length = text.endsWith(noun.name) ? noun.name.length : noun.singular.length;
  const multiplier = text.slice(0, text.length - length).trim();
  if (multiplier === "") return { multiplier: undefined, noun };
  return MULTIPLIERS.has(multiplier) ? { multiplier, noun } : undefined;
}

function parseParts(text: string): readonly Part[] | undefined {
  const parts = text.split(" per ").map(parsePart);
  return parts.length <= 2 && parts.every((part) => part !== undefined) ? parts : undefined;
}

function percentageKind(text: string): string | undefined {
  if (/^% yoy( real| nominal)?$/.test(text)) return GROWTH;
  if (/^%( of \S.*)?$/.test(text)) return SHARE;
  return text === POINTS ? POINTS : undefined;
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, " ");

const atomOf = (part: Part): string =>
  part.multiplier === undefined ? part.noun.name : `${part.multiplier} ${part.noun.name}`;

/** Reads a unit as written in model files; undefined where it is not one. */
export function parseUnit(text: string): Unit | undefined {
  const written = tidy(text);
  if (written === "1") return PLAIN_NUMBER;
  const percentage = percentageKind(written);
  if (percentage !== undefined) return new Map([[percentage, 1]]);
  const [above, below] = parseParts(written) ?? [];
  if (above === undefined) return undefined;
  const numerator: Unit = new Map([[atomOf(above), 1]]);
  return below === undefined ? numerator : divideUnits(numerator, new Map([[atomOf(below), 1]]));
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const exponents = new Map(a);
  for (const [atom, exponent] of b) {
    const sum = (exponents.get(atom) ?? 0) + sign * exponent;
    if (sum === 0) exponents.delete(atom);
    else exponents.set(atom, sum);
  }
  return exponents;
}

/** The unit of a product. */
export const multiplyUnits = (a: Unit, b: Unit): Unit => combine(a, b, 1);

/** The unit of a quotient. */
export const divideUnits = (a: Unit, b: Unit): Unit => combine(a, b, -1);

/** The unit of `x ^ power`; undefined where an exponent would not be a whole number. */
export function raiseUnit(unit: Unit, power: number): Unit | undefined {
  const entries = [...unit].map(([atom, exponent]) => [atom, exponent * power] as const);
  if (entries.some(([, exponent]) => !Number.isInteger(exponent))) return undefined;
  return new Map(entries.filter(([, exponent]) => exponent !== 0));
}

const PERCENTAGES = [SHARE, GROWTH, POINTS];

const percentageExponent = (unit: Unit): number =>
  PERCENTAGES.reduce((sum, atom) => sum + (unit.get(atom) ?? 0), 0);

/** Whether it is a percentage of any kind. */
export const isPercentage = (unit: Unit): boolean =>
  unit.size === 1 && percentageExponent(unit) === 1;

/** Whether it is a growth rate in percent. */
export const isGrowth = (unit: Unit): boolean => unit.size === 1 && unit.get(GROWTH) === 1;

/** Whether two units are the same, where percentage points fit both shares and growth rates. */
export function unitsAgree(a: Unit, b: Unit): boolean {
  const difference = divideUnits(a, b);
  for (const atom of difference.keys()) {
    if (!PERCENTAGES.includes(atom)) return false;
  }
  if (difference.size === 0) return true;
  return percentageExponent(difference) === 0 && (a.has(POINTS) || b.has(POINTS));
}

/** The more telling one of two units that agree. */
export const tellingUnit = (a: Unit, b: Unit): Unit => (a.has(POINTS) ? b : a);

/** A unit in the words of model files, e.g. `100 million yuan per 10 thousand persons`. */
export function describeUnit(unit: Unit): string {
  const power = (atom: string, n: number): string => (n === 1 ? atom : `${atom}^${n}`);
  const above = [...unit].filter(([, n]) => n > 0).map(([atom, n]) => power(atom, n));
  const below = [...unit].filter(([, n]) => n < 0).map(([atom, n]) => power(atom, -n));
  return [above.join(" × ") || "1", ...below].join(" per ");
}

function partLabel(part: Part, language: Language, plural: boolean): string {
  const multiplier = part.multiplier === undefined ? undefined : MULTIPLIERS.get(part.multiplier);
  if (language === "zh") return `${multiplier?.zh ?? ""}${part.noun.zh}`;
  const noun = part.noun.en[plural || multiplier !== undefined ? 1 : 0];
  return multiplier === undefined ? noun : `${multiplier.en} ${noun}`;
}

/**
 * The short form of a unit for screens: `100 million yuan` is 亿元 or 100 mn yuan; percentages are
 * `%`, percentage points 个百分点 or pp, and a plain number has none (an empty text).
 * A unit that is not known is shown as it is.
 */
export function unitLabel(unit: string, language: Language): string {
  const written = tidy(unit);
  if (written === "1") return "";
  if (written === POINTS) return language === "zh" ? "个百分点" : "pp";
  if (percentageKind(written) !== undefined) return "%";
  const [above, below] = parseParts(written) ?? [];
  if (above === undefined) return unit;
  const numerator = partLabel(above, language, true);
  return below === undefined ? numerator : `${numerator}/${partLabel(below, language, false)}`;
}
