type Schema = boolean | { readonly [keyword: string]: unknown };

interface Rules {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
}

const KEYWORDS = new Set([
  ..."$schema title description $defs $ref type enum const pattern minLength minimum maximum".split(
    " ",
  ),
  ..."exclusiveMinimum exclusiveMaximum required properties additionalProperties".split(" "),
  ..."propertyNames items minItems maxItems anyOf oneOf allOf if then".split(" "),
]);

function typeOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return ["array"];
  if (value === null) return ["null"];
  if (typeof value !== "number") return [typeof value];
  return Number.isInteger(value) ? ["integer", "number"] : ["number"];
}

/** Whether a value is valid by a JSON Schema, for the keywords that our schemas use; throws for others. */
export function isValid(value: unknown, schema: Schema, root: Schema = schema): boolean {
  if (typeof schema === "boolean") return schema;
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (unknown.length > 0) throw new Error(`Keywords not known here: ${unknown.join(", ")}`);
  const rules: Rules = schema;
  const valid = (part: unknown, by: Schema): boolean => isValid(part, by, root);
  const whether =
    rules.if === undefined || !valid(value, rules.if) || valid(value, rules.then ?? true);
  return (
    (rules.$ref === undefined || valid(value, definitionOf(rules.$ref, root))) &&
    (rules.type === undefined ||
      [rules.type].flat().some((type) => typeOf(value).includes(type))) &&
    (rules.enum === undefined || rules.enum.includes(value)) &&
    (rules.const === undefined || rules.const === value) &&
    (rules.anyOf?.some((by) => valid(value, by)) ?? true) &&
    (rules.oneOf === undefined || rules.oneOf.filter((by) => valid(value, by)).length === 1) &&
    (rules.allOf?.every((by) => valid(value, by)) ?? true) &&
    whether &&
    (typeof value !== "string" || validText(value, rules)) &&
    (typeof value !== "number" || validNumber(value, rules)) &&
    (!Array.isArray(value) || validList(value, rules, valid)) &&
    (!typeOf(value).includes("object") || validObject(value as object, rules, valid))
  );
}

function definitionOf(reference: string, root: Schema): Schema {
  const definitions = typeof root === "boolean" ? {} : (root["$defs"] as Record<string, Schema>);
  const found = definitions[reference.replace("#/$defs/", "")];
  if (found === undefined) throw new Error(`Nothing is at ${reference}.`);
  return found;
}

function validText(value: string, { pattern, minLength = 0 }: Rules): boolean {
  return (
    value.length >= minLength && (pattern === undefined || new RegExp(pattern, "u").test(value))
  );
}

function validNumber(value: number, rules: Rules): boolean {
  const { minimum = -Infinity, maximum = Infinity } = rules;
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = rules;
  return (
    value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum
  );
}

type Check = (part: unknown, by: Schema) => boolean;

function validList(value: readonly unknown[], rules: Rules, valid: Check): boolean {
  const { items = true, minItems = 0, maxItems = Infinity } = rules;
  if (value.length < minItems || value.length > maxItems) return false;
  return value.every((item) => valid(item, items));
}

function validObject(value: object, rules: Rules, valid: Check): boolean {
  const {
    required = [],
    properties = {},
    additionalProperties = true,
    propertyNames = true,
  } = rules;
  return (
    required.every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(
      ([key, part]) =>
        valid(key, propertyNames) &&
        valid(part, Object.hasOwn(properties, key) ? properties[key]! : additionalProperties),
    )
  );
}
