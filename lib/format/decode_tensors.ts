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
 * @param bytes The bytes of the file.
 * @returns Tensors and metadata.
 * @throws {SnapshotError} If the file is cut short, or its header is not what it must be.
 */
export function decodeTensors(bytes: Uint8Array): DecodedTensors {
  if (bytes.length < 8) throw new SnapshotError("hold at least 8 bytes", bytes.length);
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > bytes.length - 8) {
    throw new SnapshotError(
      `hold the ${length} bytes of its header`,
      `${bytes.length - 8}, it was cut short or is another file`,
    );
  }
  const header = parseHeader(bytes.subarray(8, 8 + length));
  const data = bytes.subarray(8 + length);
  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name !== "__metadata__") tensors.set(name, readTensor(name, entry, data));
  }
  return { tensors, metadata: (header.__metadata__ ?? {}) as Record<string, unknown> };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  const text = new TextDecoder().decode(bytes);
  try {
    const header = JSON.parse(text);
    if (typeof header === "object" && header !== null && !Array.isArray(header)) return header;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SnapshotError("have a header that is a JSON object", JSON.stringify(text.slice(0, 40)));
}

interface TensorEntry {
  readonly dtype?: TensorType;
  readonly shape?: readonly number[];
  readonly data_offsets?: readonly [number, number];
}

function readTensor(name: string, entry: unknown, data: Uint8Array): Tensor {
  const { dtype, shape, data_offsets } = (entry ?? {}) as TensorEntry;
  if (dtype === undefined || !Object.hasOwn(TENSOR_TYPES, dtype)) {
    throw new SnapshotError(`give "${name}" one of the types ${Object.keys(TENSOR_TYPES).join(", ")}`, dtype);
  }
  const Type = TENSOR_TYPES[dtype];
  const [begin, end] = Array.isArray(data_offsets) ? data_offsets : [NaN, NaN];
  const count = Array.isArray(shape) ? shape.reduce((product, size) => product * size, 1) : NaN;
  if (!Number.isInteger(begin) || begin < 0 || end - begin !== count * Type.BYTES_PER_ELEMENT) {
    throw new SnapshotError(`give "${name}" offsets that fit its shape`, JSON.stringify(entry));
  }
  if (end > data.length) throw new SnapshotError(`hold ${end} bytes of tensors`, `${data.length}, it was cut short`);
  // A copy, as the bytes of the caller may change and need not be aligned.
  return new Type(swapToLittleEndian(data.slice(begin, end), Type.BYTES_PER_ELEMENT).buffer as ArrayBuffer);
}
