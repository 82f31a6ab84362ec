import { SnapshotError } from "./snapshot_error.ts";
import { tensorType } from "./tensor_types.ts";

/** Where data stands, and how large it must be. */
export interface Place {
  /** What errors call the data. */
  readonly path: string;
  /** How many numbers every array holds. */
  readonly length: number;
}

/**
 * Checks that plain data has the form of a model: the same keys, lists of the same length, arrays of the same types;
 * where the model has a number, a count.
 *
 * So a learner that was read never meets a state that it could not have made.
 *
 * @param value The plain data.
 * @param model Plain data as it must be, such as the state of a learner that has learned nothing yet.
 * @param place What errors call the data, and the length of its arrays, whatever that of the model's is.
 * @throws {SnapshotError} If the form is another one.
 */
export function requireForm(value: unknown, model: unknown, { path, length }: Place): void {
  if (typeof model === "number") return requireCount(value, path);
  if (typeof model !== "object" || model === null) return requireType(value, model, path);
  const type = tensorType(model);
  if (type !== undefined) return requireTensor(value, `${length} numbers of ${type}`, path);
  const [keys, expected] = [keysOf(value), keysOf(model)];
  if (expected !== keys) throw new SnapshotError(`hold ${path} as ${expected}`, keys);
  for (const [key, item] of Object.entries(model)) {
    requireForm((value as Record<string, unknown>)[key], item, { path: `${path}.${key}`, length });
  }
}

function requireCount(value: unknown, path: string): void {
  if (Number.isSafeInteger(value) && value as number >= 0) return;
  throw new SnapshotError(`hold ${path} as a whole number from 0 on`, value);
}

function requireType(value: unknown, model: unknown, path: string): void {
  const [type, expected] = [value, model].map((item) => item === null ? "null" : typeof item);
  if (type !== expected) throw new SnapshotError(`hold ${path} as ${expected}`, type);
}

function requireTensor(value: unknown, expected: string, path: string): void {
  const type = tensorType(value);
  const found = type === undefined
    ? "no array of numbers"
    : `${(value as ArrayLike<number>).length} numbers of ${type}`;
  if (found !== expected) throw new SnapshotError(`hold ${path} as ${expected}`, found);
}

/** Arrays and objects in words. */
function keysOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return "no object";
  return `an object with keys ${Object.keys(value).sort().join(", ")}`;
}
