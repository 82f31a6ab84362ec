import { RequestError } from "../request_error.ts";

/** The values of a body. */
export interface BoundedList {
  /** One value, or all of them. */
  readonly values: readonly unknown[];
  /** Whether the body holds one value instead of a list. */
  readonly single: boolean;
}

/**
 * The values that JSON holds: those of an array, or itself.
 *
 * @param value The JSON.
 * @param most How many there may be.
 * @returns The values.
 * @throws {RequestError} 422 if there is none, 413 if there are too many.
 */
export function boundedList(value: unknown, most: number): BoundedList {
  const single = !Array.isArray(value);
  const values: unknown[] = single ? [value] : value;
  const { length } = values;
  if (length >= 1 && length <= most) return { values, single };
  const detail = `Cannot use the body as it must hold 1 to ${most} samples: current value is ${length}`;
  throw new RequestError(
    length === 0
      ? { status: 422, title: "Unprocessable Content", detail }
      : { status: 413, title: "Content Too Large", detail },
  );
}
