import type { BooleanField, CategoricalField, NumericField, TimestampField } from "./field.ts";
import { isMissing } from "./guess_type.ts";
import { readTime } from "./read_time.ts";
import { requireFinite } from "./require_finite.ts";
import { SampleError } from "./sample_error.ts";

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The types of fields whose value is one number. */
export type NumberType = (NumericField | BooleanField | TimestampField)["type"];

/** The types of fields whose value is one text. */
export type TextType = CategoricalField["type"] | "text";

/**
 * The value of a field that holds a number, a boolean or a time.
 *
 * @param type The type of the field.
 * @param value The value.
 * @param field What errors call it.
 * @returns The number; 1 or 0; or milliseconds since 1970. NaN if the value is missing.
 * @throws {SampleError} If it is of another type, or not finite in float32.
 */
export function readNumber(type: NumberType, value: unknown, field: string): number {
  if (isMissing(value)) return NaN;
  if (type === "numeric") return numberOf(value, field);
  if (type === "boolean") return truthOf(value, field);
  const time = readTime(value);
  if (!Number.isNaN(time)) return time;
  throw new SampleError({ field, rule: "be a date, milliseconds since 1970 or an ISO 8601 text", value });
}

/**
 * The value of a field that holds a text.
 *
 * @param value The value, which is not missing.
 * @param field What errors call it.
 * @returns The text, also of a number, a boolean or a date.
 * @throws {SampleError} If it is none of these.
 */
export function readText(value: unknown, field: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  throw new SampleError({ field, rule: "be a text, a number or a boolean", value });
}

function numberOf(value: unknown, field: string): number {
  if (typeof value === "number") return requireFinite(value, field);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && DECIMAL.test(value.trim())) return requireFinite(Number(value), field);
  throw new SampleError({ field, rule: "be a number", value });
}

function truthOf(value: unknown, field: string): number {
  if (value === true || value === 1 || value === "true" || value === "1") return 1;
  if (value === false || value === 0 || value === "false" || value === "0") return 0;
  throw new SampleError({ field, rule: "be true or false", value });
}
