import type { FeatureEncoderOptions } from "./encoder_options.ts";
import { SCALER_NAMES } from "./scaled_columns.ts";
import { TIME_PARTS } from "./time_part.ts";

/** What an option must be, in words and as a test. */
type Rule = readonly [rule: string, holds: (value: unknown) => boolean];

const anything: Rule = ["given", () => true];
const name: Rule = ["a text", (value) => typeof value === "string"];
const whole: Rule = ["a whole number above 0", (value) => Number.isSafeInteger(value) && value as number > 0];
const above0: Rule = ["a number above 0", (value) => typeof value === "number" && value > 0 && value < Infinity];
const bits: Rule = [
  "a whole number from 0 to 24",
  (value) => Number.isInteger(value) && within(value as number, 0, 24),
];
const truth: Rule = ["true or false", (value) => typeof value === "boolean"];
const categories: Rule = [
  "a list of different texts",
  (value) => isList(value) && value.every((x) => typeof x === "string") && new Set(value).size === value.length,
];

/** The options of each type of field. */
function fieldRules(): Readonly<Record<string, Readonly<Record<string, Rule>>>> {
  const parts: Rule = [
    `a list of ${TIME_PARTS.join(", ")}`,
    (value) => isList(value) && value.length > 0 && value.every((part) => TIME_PARTS.includes(part as "hour")),
  ];
  const numeric = { name, indicator: truth, ...scaling() };
  return {
    numeric,
    boolean: numeric,
    categorical: { name, indicator: truth, categories, maxCategories: whole, hashBits: bits },
    text: { name, indicator: truth, hashBits: bits },
    timestamp: { ...numeric, parts },
    vector: { ...numeric, length: whole, sparse: truth },
  };
}

function scaling(): Record<"scaler" | "impute", Rule> {
  return { scaler: oneOf(SCALER_NAMES), impute: oneOf(["mean", "previous", "zero"]) };
}

/**
 * Checks the options of a feature encoder, which may come from a file.
 *
 * @param options The options.
 * @throws {TypeError} If something is not an object or a list where it must be one.
 * @throws {RangeError} If an option is unknown or out of its range, or two fields have one name.
 */
export function requireOptions(options: FeatureEncoderOptions): void {
  requireObject(options, "options");
  const rules = {
    schema: anything,
    maxCategories: whole,
    maxFields: whole,
    maxWidth: whole,
    clip: above0,
    name: anything,
  };
  requireRules(options, rules, "");
  if (options.schema === undefined) return;
  const { schema } = options;
  requireObject(schema, "schema");
  requireRules(schema, { fields: anything, open: truth, hashBits: bits, ...scaling() }, "schema.");
  if (!isList(schema.fields)) refuse("schema.fields", "a list", schema.fields, TypeError);
  schema.fields.forEach((field, f) => requireField(field, `schema.fields[${f}]`));
  const names = schema.fields.map(({ name }) => name);
  const twice = names.find((name, f) => names.indexOf(name) !== f);
  if (twice !== undefined) refuse("the name of each field", "given once only", twice);
  const { maxFields = Infinity } = options;
  if (names.length > maxFields) refuse("schema.fields", `at most ${maxFields} fields`, names.length);
}

function requireField(field: unknown, path: string): void {
  requireObject(field, path);
  const { type, ...options } = field as Record<string, unknown>;
  const rules = fieldRules();
  if (typeof type !== "string" || !Object.hasOwn(rules, type)) {
    return refuse(`${path}.type`, `one of ${Object.keys(rules).join(", ")}`, type);
  }
  if (options.name === undefined) refuse(`${path}.name`, "a text", undefined);
  requireRules(options, rules[type], `${path}.`);
}

function requireRules(options: object, rules: Readonly<Record<string, Rule>>, path: string): void {
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(rules, key)) refuse(path + key, `left out, as it has ${Object.keys(rules).join(", ")}`, value);
    const [rule, holds] = rules[key];
    if (value !== undefined && !holds(value)) refuse(path + key, rule, value);
  }
}

function requireObject(value: unknown, path: string): void {
  if (typeof value !== "object" || value === null) refuse(path, "an object", value, TypeError);
}

function refuse(
  path: string,
  rule: string,
  value: unknown,
  kind: typeof TypeError | typeof RangeError = RangeError,
): never {
  const shown = JSON.stringify(value) ?? String(value);
  throw new kind(`Cannot create feature encoder as ${path} must be ${rule}: current value is ${shown}`);
}

function oneOf(names: readonly string[]): Rule {
  return [`one of ${names.join(", ")}`, (value) => names.includes(value as string)];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
