import type { FeatureSchema, Field, FieldType } from "./field.ts";
import { guessType, isArray, isMissing } from "./guess_type.ts";
import { pathOf } from "./layout_index.ts";
import { readText } from "./read_value.ts";
import type { FeatureRecord } from "./sample.ts";
import { SampleError } from "./sample_error.ts";

/** Settings of {@linkcode inferSchema}. */
export interface InferSchemaOptions {
  /**
   * At most so many records are looked at.
   *
   * @default {1000}
   */
  readonly limit?: number;
  /**
   * Whether texts that are all numbers, or all true or false, make a numeric or a boolean field, as the rows of CSV hold texts
   * alone.
   *
   * @default {false}
   */
  readonly parseTexts?: boolean;
  /**
   * Whether fields that are in none of these records join later on.
   *
   * @default {false}
   */
  readonly open?: boolean;
}

/** What was seen of a field. */
interface Seen {
  readonly types: Set<FieldType>;
  readonly categories: Set<string>;
  length: number | undefined;
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const TRUTH = /^(?:true|false)$/;
/** Categories are listed up to here. */
const MOST_CATEGORIES = 100;

/**
 * The schema that the first records of a stream suggest, to be shown, corrected and given to `createFeatureEncoder`.
 *
 * A field has the type that all of its values suggest. Numbers among booleans make it numeric; numbers among texts, categorical;
 * texts of many words among short ones, text; anything among arrays, a vector. A field that is always missing is left out.
 *
 * @param samples The records.
 * @param options How many of them count, and what texts may mean.
 * @returns The schema: fields in the order of their appearance, categorical ones with the categories found, up to 100.
 * @throws {SampleError} If a value is an object, a function or the like.
 *
 * @example Usage
 * ```ts
 * import { inferSchema } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = [{ age: "42", city: "Paris" }, { age: "", city: "Rome" }];
 * assertEquals(inferSchema(rows, { parseTexts: true }).fields, [
 *   { name: "age", type: "numeric" },
 *   { name: "city", type: "categorical", categories: ["Paris", "Rome"] },
 * ]);
 * ```
 */
export function inferSchema(samples: Iterable<FeatureRecord>, options: InferSchemaOptions = {}): FeatureSchema {
  const { limit = 1000, parseTexts = false, open = false } = options;
  const fields = new Map<string, Seen>();
  let count = 0;
  for (const record of samples) {
    if (typeof record !== "object" || record === null) {
      throw new SampleError({ field: "features", rule: "be a record", value: record });
    }
    for (const name of Object.keys(record)) {
      if (!isMissing(record[name])) see(fields, name, { value: record[name], parseTexts });
    }
    if (++count >= limit) break;
  }
  const inferred = [...fields].map(([name, seen]) => fieldOf(name, seen));
  return { fields: inferred, ...(open ? { open } : {}) };
}

function see(
  fields: Map<string, Seen>,
  name: string,
  { value, parseTexts }: { value: unknown; parseTexts: boolean },
): void {
  let seen = fields.get(name);
  if (seen === undefined) fields.set(name, seen = { types: new Set(), categories: new Set(), length: undefined });
  const isParsed = parseTexts && typeof value === "string";
  const type = isParsed && NUMBER.test(value)
    ? "numeric"
    : isParsed && TRUTH.test(value)
    ? "boolean"
    : guessType(value, pathOf(name));
  seen.types.add(type);
  if (isArray(value)) seen.length ??= value.length;
  else if (type !== "vector" && seen.categories.size < MOST_CATEGORIES) seen.categories.add(readText(value, name));
}

function fieldOf(name: string, { types, categories, length }: Seen): Field {
  const type = typeOf(types);
  if (type === "categorical") return { name, type, categories: [...categories] };
  return type === "vector" && length !== undefined ? { name, type, length } : { name, type };
}

function typeOf(types: ReadonlySet<FieldType>): FieldType {
  if (types.size === 1) return [...types][0];
  if (types.has("vector")) return "vector";
  if (types.has("text")) return "text";
  return [...types].every((type) => type === "numeric" || type === "boolean") ? "numeric" : "categorical";
}
