import type { NamedTensor } from "./encode_tensors.ts";
import { SnapshotError } from "./snapshot_error.ts";
import { type Tensor, tensorType } from "./tensor_types.ts";

/**
 * Plain data as JSON text and tensors: typed arrays become tensors named after their path, and numbers that JSON does
 * not have (NaN, the infinities, -0) become marked texts, so that nothing is lost.
 *
 * @param value Objects, arrays, texts, numbers, booleans, null and typed arrays.
 * @param path The name under which its tensors stand.
 * @returns What JSON can hold, and the tensors.
 * @throws {TypeError} If the value holds anything else.
 */
export function toJson(value: unknown, path: string): { json: unknown; tensors: NamedTensor[] } {
  const tensors: NamedTensor[] = [];
  const convert = (value: unknown, path: string): unknown => {
    if (typeof value === "number") {
      return isJsonNumber(value) ? value : { $number: Object.is(value, -0) ? "-0" : String(value) };
    }
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (tensorType(value) !== undefined) {
      const data = value as Tensor;
      tensors.push({ name: path, shape: [data.length], data });
      return { $tensor: path };
    }
    if (Array.isArray(value)) return value.map((item, i) => convert(item, `${path}.${i}`));
    if (isPlainObject(value)) {
      const entries = Object.entries(value).filter(([, item]) => item !== undefined);
      return Object.fromEntries(entries.map(([key, item]) => [key, convert(item, `${path}.${key}`)]));
    }
    throw new TypeError(`Cannot encode ${path} as state must be plain data: current value is ${String(value)}`);
  };
  return { json: convert(value, path), tensors };
}

/**
 * The plain data that {@linkcode toJson} was given.
 *
 * @param json What JSON held.
 * @param tensors The tensors by name.
 * @returns The data.
 * @throws {SnapshotError} If a tensor is missing.
 */
export function fromJson(json: unknown, tensors: ReadonlyMap<string, Tensor>): unknown {
  if (Array.isArray(json)) return json.map((item) => fromJson(item, tensors));
  if (typeof json !== "object" || json === null) return json;
  if ("$number" in json) return Number(json.$number);
  if ("$tensor" in json) {
    const tensor = tensors.get(String(json.$tensor));
    if (tensor === undefined) throw new SnapshotError(`hold the tensor "${json.$tensor}"`, "missing");
    return tensor;
  }
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, fromJson(item, tensors)]));
}

function isJsonNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
