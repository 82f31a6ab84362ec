import type { NamedTensor } from "./encode_tensors.ts";
import { SnapshotError } from "./snapshot_error.ts";
import { type Tensor, tensorType } from "./tensor_types.ts";

/** How deep plain data may nest: far deeper than any state, and far from where a stack would overflow. */
const DEEPEST = 64;

/** The numbers that JSON does not have. */
const NUMBERS: Readonly<Record<string, number>> = { NaN, Infinity, "-Infinity": -Infinity, "-0": -0 };

/**
 * Plain data as JSON text and tensors: typed arrays become tensors named after their path, and numbers that JSON does
 * not have (NaN, the infinities, -0) become marked texts, so that nothing is lost.
 *
 * @param value Objects, arrays, texts, numbers, booleans, null and typed arrays; entries that are undefined are left out.
 * @param path The name under which its tensors stand.
 * @returns What JSON can hold, and the tensors.
 * @throws {TypeError} If the value holds anything else, or nests too deep.
 */
export function toJson(value: unknown, path: string): { json: unknown; tensors: NamedTensor[] } {
  const tensors = new Map<string, NamedTensor>();
  const convert = (value: unknown, path: string, depth: number): unknown => {
    if (depth > DEEPEST) throw new TypeError(`Cannot encode state as it must nest at most ${DEEPEST} levels deep`);
    if (typeof value === "number") return convertNumber(value);
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (tensorType(value) !== undefined) return convertTensor(value as Tensor, path, tensors);
    if (Array.isArray(value)) return value.map((item, i) => convert(item, `${path}.${i}`, depth + 1));
    if (isPlainObject(value)) {
      const entries = Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, convert(item, `${path}.${key}`, depth + 1)]);
      return entries.some(([key]) => isMark(key as string)) ? { $entries: entries } : Object.fromEntries(entries);
    }
    throw new TypeError(`Cannot encode ${path} as state must be plain data: current value is ${String(value)}`);
  };
  return { json: convert(value, path, 0), tensors: [...tensors.values()] };
}

/**
 * The plain data that {@linkcode toJson} was given.
 *
 * @param json What JSON held.
 * @param tensors The tensors by name.
 * @returns The data.
 * @throws {SnapshotError} If a tensor is missing, a mark is not one of those that {@linkcode toJson} makes, or the data
 * nests too deep.
 */
export function fromJson(json: unknown, tensors: ReadonlyMap<string, Tensor>): unknown {
  const left = new Map(tensors); // each is taken once, as its buffer becomes immutable later on
  const convert = (json: unknown, depth: number): unknown => {
    if (depth > DEEPEST) throw new SnapshotError(`nest its state at most ${DEEPEST} levels deep`, "deeper");
    if (Array.isArray(json)) return json.map((item) => convert(item, depth + 1));
    if (typeof json !== "object" || json === null) return json;
    if (Object.hasOwn(json, "$number")) return markedNumber((json as { $number: unknown }).$number);
    if (Object.hasOwn(json, "$tensor")) return markedTensor((json as { $tensor: unknown }).$tensor, left);
    return Object.fromEntries(entriesOf(json).map(([key, item]) => [key, convert(item, depth + 1)]));
  };
  return convert(json, 0);
}

function convertNumber(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $number: Object.is(value, -0) ? "-0" : String(value) };
}

function convertTensor(data: Tensor, path: string, tensors: Map<string, NamedTensor>): unknown {
  let name = path;
  while (tensors.has(name)) name += "'"; // the path a.b may come from { "a.b" } and from { a: { b } }
  tensors.set(name, { name, shape: [data.length], data });
  return { $tensor: name };
}

function isMark(key: string): boolean {
  return key === "$number" || key === "$tensor" || key === "$entries";
}

function markedNumber(text: unknown): number {
  if (typeof text === "string" && Object.hasOwn(NUMBERS, text)) return NUMBERS[text];
  throw new SnapshotError(`mark numbers with one of ${Object.keys(NUMBERS).join(", ")}`, text);
}

function markedTensor(name: unknown, left: Map<string, Tensor>): Tensor {
  const tensor = left.get(name as string);
  if (tensor === undefined) {
    throw new SnapshotError(`hold the tensor ${JSON.stringify(name)} that its state names once`, "missing");
  }
  left.delete(name as string);
  return tensor;
}

function entriesOf(json: object): [string, unknown][] {
  if (!Object.hasOwn(json, "$entries")) return Object.entries(json);
  const { $entries } = json as { $entries: unknown };
  const isEntry = (entry: unknown) => Array.isArray(entry) && entry.length === 2 && typeof entry[0] === "string";
  if (Array.isArray($entries) && $entries.every(isEntry)) return $entries;
  throw new SnapshotError("hold pairs of a key and a value under $entries", $entries);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
