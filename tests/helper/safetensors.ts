/** A tensor as the header of a safetensors file names it, with its bytes. */
export interface RawTensor {
  readonly dtype: string;
  readonly shape: number[];
  readonly data_offsets: [number, number];
  readonly bytes: Uint8Array;
}

/** A safetensors file taken apart, as the description of the format has it, without any code of the library. */
export function readSafetensors(file: Uint8Array): {
  headerLength: number;
  metadata: Record<string, string>;
  tensors: Record<string, RawTensor>;
} {
  const headerLength = file.slice(0, 8).reduceRight((sum, byte) => sum * 256 + byte, 0);
  const text = new TextDecoder().decode(file.slice(8, 8 + headerLength));
  const { __metadata__, ...entries } = JSON.parse(text);
  const tensors: Record<string, RawTensor> = {};
  for (const [name, entry] of Object.entries(entries as Record<string, RawTensor>)) {
    const [begin, end] = entry.data_offsets;
    tensors[name] = { ...entry, bytes: file.slice(8 + headerLength + begin, 8 + headerLength + end) };
  }
  return { headerLength, metadata: __metadata__, tensors };
}

/** A safetensors file of any header, right or wrong, and the bytes behind it. */
export function safetensorsOf(header: unknown, data: ArrayLike<number> = []): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const length = new Uint8Array(BigUint64Array.of(BigInt(text.length)).buffer);
  return Uint8Array.from([...length, ...text, ...Array.from(data)]);
}

/** Little-endian float32 numbers. */
export function float32s(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
