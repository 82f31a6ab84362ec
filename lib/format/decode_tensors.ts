import { SnapshotError } from "./snapshot_error.ts";
import { swapToLittleEndian } from "./swap_to_little_endian.ts";
import { type Tensor, TENSOR_TYPES, type TensorType } from "./tensor_types.ts";

/** What a safetensors file holds. */
export interface DecodedTensors {
  /** The tensors by name, each a copy. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** The entries of `__metadata__`. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * Reads a safetensors file.
 *
 * As the format asks for it, the tensors must cover the bytes behind the header once, without gap or overlap; so what is
 * read never takes more memory than the file, whatever its header claims.
 *
 * @param file The bytes of the file.
 * @returns Tensors and metadata.
 * @throws {SnapshotError} If the file is cut short, or its header is not what it must be.
 */
export function decodeTensors(file: Uint8Array): DecodedTensors {
  // A plain view, as the slice of a Node.js Buffer shares its memory.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const header = readHeader(bytes);
  const data = bytes.subarray(8 + header.length);
  const entries = Object.entries(header.json)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, entry]) => readEntry(name, entry));
  requireCovered(entries, data.length);
  return {
    tensors: new Map(entries.map((entry) => [entry.name, readTensor(entry, data)])),
    metadata: readMetadata(header.json.__metadata__),
  };
}

function readHeader(bytes: Uint8Array): { length: number; json: Record<string, unknown> } {
  if (bytes.length < 8) throw new SnapshotError("hold at least 8 bytes", bytes.length);
  const claimed = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (claimed > BigInt(bytes.length - 8)) {
    throw new SnapshotError(
      `hold the ${claimed} bytes of its header`,
      `${bytes.length - 8}, it was cut short or is another file`,
    );
  }
  const length = Number(claimed);
  return { length, json: parseHeader(bytes.subarray(8, 8 + length)) };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    const json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isObject(json)) return json;
  } catch {
    // Neither text nor JSON: told below.
  }
  const begin = new TextDecoder().decode(bytes.subarray(0, 40));
  throw new SnapshotError("have a header that is a JSON object", JSON.stringify(begin));
}

function readMetadata(metadata: unknown = {}): Record<string, unknown> {
  if (isObject(metadata)) return metadata;
  throw new SnapshotError("have an object as its __metadata__", metadata);
}

interface Entry {
  readonly name: string;
  readonly dtype: TensorType;
  readonly begin: number;
  readonly end: number;
}

function readEntry(name: string, entry: unknown): Entry {
  const { dtype, shape, data_offsets } = isObject(entry) ? entry : {};
  if (typeof dtype !== "string" || !Object.hasOwn(TENSOR_TYPES, dtype)) {
    throw new SnapshotError(`give "${name}" one of the types ${Object.keys(TENSOR_TYPES).join(", ")}`, dtype);
  }
  if (!isSizes(shape)) throw new SnapshotError(`give "${name}" a shape of whole numbers from 0 on`, shape);
  const size = shape.reduce((product, size) => product * size, TENSOR_TYPES[dtype as TensorType].BYTES_PER_ELEMENT);
  if (!isSizes(data_offsets) || data_offsets.length !== 2 || data_offsets[1] - data_offsets[0] !== size) {
    throw new SnapshotError(`give "${name}" offsets that fit its shape`, entry);
  }
  return { name, dtype: dtype as TensorType, begin: data_offsets[0], end: data_offsets[1] };
}

function requireCovered(entries: readonly Entry[], length: number): void {
  let covered = 0;
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== covered) throw new SnapshotError(`begin "${name}" at byte ${covered} behind its header`, begin);
    covered = end;
  }
  if (covered === length) return;
  throw new SnapshotError(
    `hold ${covered} bytes of tensors`,
    `${length}, ${length < covered ? "it was cut short" : "something was added"}`,
  );
}

function readTensor({ dtype, begin, end }: Entry, data: Uint8Array): Tensor {
  const Type = TENSOR_TYPES[dtype];
  // A copy, as the bytes of the caller may change and need not be aligned.
  return new Type(swapToLittleEndian(data.slice(begin, end), Type.BYTES_PER_ELEMENT).buffer as ArrayBuffer);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
