import { SampleError } from "./sample_error.ts";

/**
 * The value, if it is a number that float32 holds as a finite one.
 *
 * @param value What should be a number.
 * @param field The field it stands in.
 * @param place Its place in the field, where that is an array.
 * @returns The value.
 * @throws {SampleError} If it is not a number, not finite, or too large for float32.
 */
export function requireFinite(value: unknown, field: string, place?: number): number {
  if (typeof value === "number" && Number.isFinite(Math.fround(value))) return value;
  throw new SampleError({
    field: place === undefined ? field : `${field}[${place}]`,
    rule: Number.isFinite(value) ? "be a finite number in float32" : "be a finite number",
    value,
  });
}
