import type { FieldType } from "./field.ts";
import { readTime } from "./read_time.ts";
import { SampleError } from "./sample_error.ts";

/** Texts are taken as such from so many characters on, if they have many words; others are names of categories. */
const TEXT_LENGTH = 32;
/** And from so many words on. */
const TEXT_WORDS = 5;

/**
 * The type of field that a value suggests: numbers are numeric, booleans boolean, Dates and ISO 8601 texts timestamps, arrays
 * vectors; texts of at least 32 characters and 5 words are text, and others name a category, even if they are a number.
 *
 * @param value The value, which is not missing.
 * @param field What errors call it.
 * @returns The type.
 * @throws {SampleError} If there is no type for it.
 */
export function guessType(value: unknown, field: string): FieldType {
  if (typeof value === "number") return "numeric";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "string") return typeOfText(value);
  if (value instanceof Date) return "timestamp";
  if (isArray(value) || isSparse(value)) return "vector";
  throw new SampleError({ field, rule: "be a number, a text, a boolean, a date or an array of numbers", value });
}

function typeOfText(text: string): FieldType {
  if (readTime(text) === readTime(text)) return "timestamp";
  const isText = text.length >= TEXT_LENGTH && text.trim().split(/\s+/).length >= TEXT_WORDS;
  return isText ? "text" : "categorical";
}

/**
 * Whether a value is missing: null, undefined, NaN, an invalid Date, or an empty text.
 *
 * @param value The value.
 * @returns Whether it is.
 */
export function isMissing(value: unknown): boolean {
  if (typeof value === "number") return value !== value;
  return value === null || value === undefined || value === "" || value instanceof Date && Number.isNaN(+value);
}

/**
 * Whether a value is an array or a typed array. Other objects with a length are records that have a field of that name.
 *
 * @param value The value.
 * @returns Whether it is.
 */
export function isArray(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || ArrayBuffer.isView(value) && "length" in value;
}

/**
 * Whether a value is `{ indices, values }`, both of them arrays.
 *
 * @param value The value.
 * @returns Whether it is.
 */
export function isSparse(value: unknown): value is { indices: ArrayLike<number>; values: ArrayLike<number> } {
  if (typeof value !== "object" || value === null) return false;
  const { indices, values } = value as Record<string, unknown>;
  return isArray(indices) && isArray(values) && Object.keys(value).length === 2;
}
