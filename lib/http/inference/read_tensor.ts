import { SampleError } from "../../feature/mod.ts";
import { type Datatype, datatypes, type Element } from "./datatypes.ts";
import { readParameters } from "./read_parameters.ts";

/** A tensor of a request: one or two dimensions, of which the first counts samples. */
export interface Tensor {
  /** The name. */
  readonly name: string;
  /** The type of its elements. */
  readonly datatype: Datatype;
  /** How many samples it has. */
  readonly rows: number;
  /** How many elements a sample has; undefined where there is one dimension alone. */
  readonly columns: number | undefined;
  /** The elements, row after row. */
  readonly elements: readonly Element[];
}

/** The bytes behind the JSON of a request; each tensor in binary form takes its own from the front. */
export interface BinaryRest {
  /** All of them. */
  readonly bytes: Uint8Array;
  /** How many are taken. */
  taken: number;
}

/** What reading a tensor needs to know. */
export interface ReadTensorOptions {
  /** Where it is, as an error names it: `inputs[0]`. */
  readonly place: string;
  /** The bytes behind the JSON. */
  readonly rest: BinaryRest;
  /** How many samples it may have. */
  readonly most: number;
}

/**
 * Reads a tensor of a request as the Open Inference Protocol has it: `{ name, shape, datatype, data }`, with the data flat
 * or nested as the shape says, or in binary form behind the JSON if `parameters.binary_data_size` tells how long it is.
 *
 * @param input What stands in the request.
 * @param options Where, what is behind the JSON, and how many samples there may be.
 * @returns The tensor.
 * @throws {SampleError} If it is no such tensor.
 */
export function readTensor(input: unknown, { place, rest, most }: ReadTensorOptions): Tensor {
  const refuse = (field: string, rule: string, value: unknown): never => {
    throw new SampleError({ field: field === "" ? place : `${place}.${field}`, rule, value });
  };
  if (!isObject(input)) return refuse("", "be an object with name, shape, datatype and data", input);
  const { name, shape, datatype, data } = input;
  if (typeof name !== "string") return refuse("name", "be a text", name);
  if (typeof datatype !== "string" || !Object.hasOwn(datatypes, datatype)) {
    return refuse("datatype", `be one of ${Object.keys(datatypes).join(", ")}`, datatype);
  }
  if (!isShape(shape, most)) return refuse("shape", `be [n] or [n, d] with n from 1 to ${most}`, shape);
  const [rows, columns] = shape;
  const type = datatype as Datatype;
  const size = readParameters(input.parameters, `${place}.parameters`).binary_data_size ?? undefined;
  const elements = size === undefined ? flatten(data, shape) : takeElements(type, rows * (columns ?? 1), size, rest);
  if (elements === undefined) {
    return size === undefined
      ? refuse("data", `be an array of ${shape.join(" x ")} elements, flat or nested`, data)
      : refuse("parameters.binary_data_size", `be the size of ${shape.join(" x ")} elements that follow`, size);
  }
  const wrong = size === undefined ? elements.findIndex((element) => !datatypes[type].accepts(element)) : -1;
  if (wrong >= 0) return refuse(`data[${wrong}]`, datatypes[type].rule, elements[wrong]);
  return { name, datatype: type, rows, columns, elements: elements as Element[] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShape(shape: unknown, most: number): shape is [rows: number, columns?: number] {
  return Array.isArray(shape) && (shape.length === 1 || shape.length === 2) &&
    shape.every((size) => Number.isSafeInteger(size) && size >= 1) && shape[0] <= most;
}

function flatten(data: unknown, [rows, columns = 1]: readonly [number, number?]): unknown[] | undefined {
  if (!Array.isArray(data)) return undefined;
  const nested = data.length === rows && data.every((row) => Array.isArray(row) && row.length === columns);
  const flat = nested ? data.flat() : data;
  return flat.length === rows * columns ? flat : undefined;
}

function takeElements(datatype: Datatype, count: number, size: unknown, rest: BinaryRest): Element[] | undefined {
  const left = rest.bytes.length - rest.taken;
  if (!Number.isSafeInteger(size) || (size as number) < 0 || (size as number) > left) return undefined;
  const view = new DataView(rest.bytes.buffer, rest.bytes.byteOffset + rest.taken, size as number);
  rest.taken += size as number;
  const { bytes, read } = datatypes[datatype];
  if (bytes > 0) {
    if (view.byteLength !== count * bytes) return undefined;
    return Array.from({ length: count }, (_, i) => read(view, i * bytes));
  }
  const texts: Element[] = [];
  for (let offset = 0; offset < view.byteLength;) {
    if (texts.length === count || offset + 4 > view.byteLength) return undefined;
    const end = offset + 4 + view.getUint32(offset, true);
    if (end > view.byteLength) return undefined;
    try {
      texts.push(read(view, offset));
    } catch {
      return undefined; // it is no UTF-8
    }
    offset = end;
  }
  return texts.length === count ? texts : undefined;
}
