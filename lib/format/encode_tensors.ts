import { swapToLittleEndian } from "./swap_to_little_endian.ts";
import { type Tensor, tensorType } from "./tensor_types.ts";

/** A tensor to be written. */
export interface NamedTensor {
  /** Its name in the file. */
  readonly name: string;
  /** Its shape, row-major. */
  readonly shape: readonly number[];
  /** Its elements. */
  readonly data: Tensor;
}

/**
 * Writes a safetensors file: the length of the header as a little-endian u64, the header as JSON, then the tensors one
 * behind the other, little-endian. The header is padded with spaces, and tensors of wide elements come first, so that
 * every tensor is aligned.
 *
 * @param tensors The tensors.
 * @param metadata Text entries for `__metadata__`.
 * @returns The bytes of the file.
 */
export function encodeTensors(tensors: readonly NamedTensor[], metadata: Record<string, string>): Uint8Array {
  const ordered = tensors.toSorted((a, b) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT);
  const entries: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const { name, shape, data } of ordered) {
    entries[name] = { dtype: tensorType(data), shape, data_offsets: [end, end += data.byteLength] };
  }
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const start = 8 + Math.ceil(header.length / 8) * 8;
  const file = new Uint8Array(start + end).fill(0x20, 8, start);
  new DataView(file.buffer).setBigUint64(0, BigInt(start - 8), true);
  file.set(header, 8);
  let offset = start;
  for (const { data } of ordered) {
    const bytes = new Uint8Array(data.slice().buffer); // a copy, as the set of V8 refuses to read an immutable buffer
    file.set(swapToLittleEndian(bytes, data.BYTES_PER_ELEMENT), offset);
    offset += data.byteLength;
  }
  return file;
}
