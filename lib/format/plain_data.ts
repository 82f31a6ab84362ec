import type { Network } from "../network/mod.ts";
import type { NamedTensor } from "./encode_tensors.ts";
import { createPacker, createUnpacker, type Packer, type Unpacker } from "./packing.ts";
import { readBlock } from "./read_network.ts";
import { shapeOf } from "./shape_of.ts";
import { SnapshotError } from "./snapshot_error.ts";
import { type Tensor, TENSOR_TYPES, type TensorType, tensorType } from "./tensor_types.ts";

/** How deep plain data may nest: far deeper than any state, and far from where a stack would overflow. */
const DEEPEST = 64;

/** Lists from this length on are packed, if their items are alike. */
const PACKED = 8;

/** The numbers that JSON does not have. */
const NUMBERS: Readonly<Record<string, number>> = { NaN, Infinity, "-Infinity": -Infinity, "-0": -0 };

/** Arrays up to this length share a tensor. */
const SMALL = 64;

const MARKS = ["$number", "$tensor", "$entries", "$network", "$packed", "$numbers", "$columns"];

/** How plain data is written and read. */
export interface PlainDataOptions {
  /** The network of the state, which stands in the file already. */
  readonly network: Network;
}

/**
 * Plain data as JSON text and tensors: typed arrays become tensors named after their path, and numbers that JSON does
 * not have (NaN, the infinities, -0) become marked texts, so that nothing is lost.
 *
 * With options it is written as states of many parts need it: a network as its shape and its one block of parameters, and
 * a list of numbers, of arrays of one type and length, or of objects with the same keys as few tensors instead of many.
 *
 * @param value Objects, arrays, texts, numbers, booleans, null and typed arrays; entries that are undefined are left out.
 * @param path The name under which its tensors stand.
 * @param options The network of the state; without it, nothing is packed.
 * @returns What JSON can hold, and the tensors.
 * @throws {TypeError} If the value holds anything else, or nests too deep.
 */
export function toJson(
  value: unknown,
  path: string,
  options?: PlainDataOptions,
): { json: unknown; tensors: NamedTensor[] } {
  const tensors = new Map<string, NamedTensor>();
  const packer = createPacker(path);

  const convert = (value: unknown, path: string, depth: number): unknown => {
    if (depth > DEEPEST) throw new TypeError(`Cannot encode state as it must nest at most ${DEEPEST} levels deep`);
    if (typeof value === "number") return convertNumber(value);
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    const type = tensorType(value);
    if (type !== undefined) {
      const data = value as Tensor;
      if (options === undefined || data.length > SMALL) return convertTensor(data, path, tensors);
      packer.add(data);
      return { $packed: [type, data.length] };
    }
    if (Array.isArray(value)) {
      const packed = options === undefined ? undefined : packList(value, packer);
      return packed ?? columnsOf(value, path, depth) ??
        value.map((item, i) => convert(item, `${path}.${i}`, depth + 1));
    }
    if (options !== undefined && isNetwork(value)) return convertNetwork(value, path, depth);
    if (isPlainObject(value)) return convertObject(value, path, depth);
    throw new TypeError(`Cannot encode ${path} as state must be plain data: current value is ${String(value)}`);
  };

  const convertObject = (value: object, path: string, depth: number): unknown => {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, convert(item, `${path}.${key}`, depth + 1)]);
    return entries.some(([key]) => MARKS.includes(key as string)) ? { $entries: entries } : Object.fromEntries(entries);
  };

  const networks = options === undefined ? [] : [options.network.parameters];
  const convertNetwork = (network: Network, path: string, depth: number): unknown => {
    const met = networks.indexOf(network.parameters);
    if (met >= 0) return { $network: met };
    networks.push(network.parameters);
    const parameters = convert(network.parameters, `${path}.parameters`, depth + 1);
    return { $network: shapeOf(network), parameters };
  };

  /** Objects with the same keys as one list a key. */
  const columnsOf = (list: readonly unknown[], path: string, depth: number): unknown => {
    if (
      options === undefined || list.length < PACKED || !list.every((item) => isPlainObject(item) && !isNetwork(item))
    ) {
      return undefined;
    }
    const keys = Object.keys(list[0] as object);
    const rows = list as readonly Record<string, unknown>[];
    if (keys.length === 0 || keys.some((key) => MARKS.includes(key))) return undefined;
    const alike = (row: Record<string, unknown>) => {
      const own = Object.keys(row);
      return own.length === keys.length && own.every((key, k) => key === keys[k] && row[key] !== undefined);
    };
    if (!rows.every(alike)) return undefined;
    const columns = keys.map((key) => [key, convert(rows.map((row) => row[key]), `${path}.${key}`, depth + 2)]);
    return { $columns: columns };
  };

  const json = convert(value, path, 0);
  return { json, tensors: [...tensors.values(), ...packer.tensors()] };
}

/** A list of numbers, or of arrays of one type and length. */
function packList(list: readonly unknown[], packer: Packer): unknown {
  if (list.length < PACKED) return undefined;
  if (list.every((item) => typeof item === "number")) {
    packer.add(Float64Array.from(list as number[]));
    return { $numbers: list.length };
  }
  const [first] = list as Tensor[];
  const type = tensorType(first);
  if (type === undefined || first.length === 0) return undefined;
  const alike = (item: unknown) => tensorType(item) === type && (item as Tensor).length === first.length;
  if (!list.every(alike)) return undefined;
  for (const item of list) packer.add(item as Tensor);
  return { $packed: [type, first.length, list.length] };
}

/**
 * The plain data that {@linkcode toJson} was given.
 *
 * @param json What JSON held.
 * @param tensors The tensors by name.
 * @param path The name under which they stand.
 * @param options The network of the state, if it was written with one.
 * @returns The data.
 * @throws {SnapshotError} If a tensor is missing, a mark is not one of those that {@linkcode toJson} makes, or the data
 * nests too deep.
 */
export function fromJson(
  json: unknown,
  tensors: ReadonlyMap<string, Tensor>,
  { path = "state", ...options }: Partial<PlainDataOptions> & { readonly path?: string } = {},
): unknown {
  const left = new Map(tensors); // each is taken once, as its buffer becomes immutable later on
  const unpacker = createUnpacker(path, tensors);

  const convert = (json: unknown, depth: number): unknown => {
    if (depth > DEEPEST) throw new SnapshotError(`nest its state at most ${DEEPEST} levels deep`, "deeper");
    if (Array.isArray(json)) return json.map((item) => convert(item, depth + 1));
    if (typeof json !== "object" || json === null) return json;
    const marked = json as Record<string, unknown>;
    if (Object.hasOwn(json, "$number")) return markedNumber(marked.$number);
    if (Object.hasOwn(json, "$tensor")) return markedTensor(marked.$tensor, left);
    if (options.network !== undefined) {
      if (Object.hasOwn(json, "$packed")) return markedPacked(marked.$packed, unpacker);
      if (Object.hasOwn(json, "$numbers")) return markedNumbers(marked.$numbers, unpacker);
      if (Object.hasOwn(json, "$columns")) return rowsOf(marked.$columns, depth);
      if (Object.hasOwn(json, "$network")) return markedNetwork(marked, depth);
    }
    const value = Object.fromEntries(entriesOf(json).map(([key, item]) => [key, convert(item, depth + 1)]));
    if (options.network === undefined || !isNetwork(value)) return value;
    throw new SnapshotError("hold each network as its shape and its parameters, under $network", "one of parts");
  };

  const rowsOf = (columns: unknown, depth: number): unknown[] => {
    const wrong = () => new SnapshotError("hold pairs of a key and a list, all of one length, under $columns", columns);
    if (!Array.isArray(columns) || columns.length === 0 || !columns.every(isPair)) throw wrong();
    const lists = columns.map(([key, list]): [string, unknown] => [key, convert(list, depth + 2)]);
    const [, first] = lists[0];
    const isRow = ([, list]: [string, unknown]) => Array.isArray(list) && list.length === (first as unknown[]).length;
    if (!Array.isArray(first) || !lists.every(isRow)) throw wrong();
    return first.map((_, i) => Object.fromEntries(lists.map(([key, list]) => [key, (list as unknown[])[i]])));
  };

  const networks = options.network === undefined ? [] : [options.network];
  const markedNetwork = ({ $network, parameters }: Record<string, unknown>, depth: number): Network => {
    if (typeof $network === "number") {
      if (Object.hasOwn(networks, $network)) return networks[$network];
      throw new SnapshotError("name a network that stands before it under $network", $network);
    }
    const network = readBlock($network, convert(parameters, depth + 1));
    networks.push(network);
    return network;
  };

  return convert(json, 0);
}

/** One array, or with a count a list of them. */
function markedPacked(packed: unknown, unpacker: Unpacker): Tensor | Tensor[] {
  const [type, length, count] = Array.isArray(packed) ? packed : [];
  const known = typeof type === "string" && Object.hasOwn(TENSOR_TYPES, type);
  const isSize = (size: unknown, least: number) => Number.isSafeInteger(size) && size as number >= least;
  if (known && count === undefined && isSize(length, 0)) return unpacker.next(type as TensorType, length);
  if (!known || !isSize(length, 1) || !isSize(count, 1)) {
    throw new SnapshotError("hold a type, a length and perhaps a count under $packed", packed);
  }
  const all = unpacker.next(type as TensorType, length * count);
  return Array.from({ length: count }, (_, i) => all.slice(i * length, (i + 1) * length));
}

function markedNumbers(length: unknown, unpacker: Unpacker): number[] {
  if (Number.isSafeInteger(length) && length as number > 0) return Array.from(unpacker.next("F64", length as number));
  throw new SnapshotError("hold a count under $numbers", length);
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
  if (Array.isArray($entries) && $entries.every(isPair)) return $entries;
  throw new SnapshotError("hold pairs of a key and a value under $entries", $entries);
}

function isPair(entry: unknown): entry is [string, unknown] {
  return Array.isArray(entry) && entry.length === 2 && typeof entry[0] === "string";
}

/** Whether plain data is a network, whose layers are views of its one block of parameters. */
export function isNetwork(value: unknown): value is Network {
  if (typeof value !== "object" || value === null) return false;
  const { parameters, layers, cost, inputs } = value as Partial<Network>;
  return parameters instanceof Float32Array && Array.isArray(layers) && typeof cost === "string" &&
    typeof inputs === "number";
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
