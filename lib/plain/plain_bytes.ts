/**
 * How many bytes plain data takes, about: 8 a number, 2 a character, 8 a reference or a key, and 16 an object, a list or a
 * typed array beside its elements. The same on every runtime, so that a bound in it holds everywhere; what an engine
 * really takes may be up to twice as much.
 *
 * Of a buffer that several typed arrays are views of, as a network's layers are of its one block, the bytes between the first
 * and the last that they show count once.
 *
 * @param value Plain data.
 * @returns The number of bytes.
 *
 * @example Usage
 * ```ts
 * import { plainBytes } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(plainBytes({ mean: 2, values: new Float32Array(4) }), 16 + 8 + 8 + 8 + (16 + 16));
 * ```
 */
export function plainBytes(value: unknown): number {
  const shown = new Map<ArrayBufferLike, { begin: number; end: number }>();

  const bytesOf = (value: unknown): number => {
    if (typeof value === "number") return 8;
    if (typeof value === "string") return 2 * value.length;
    if (typeof value !== "object" || value === null) return 8;
    if (ArrayBuffer.isView(value)) {
      show(value);
      return 16;
    }
    let sum = 16;
    for (const item of Array.isArray(value) ? value : Object.values(value)) sum += 8 + bytesOf(item);
    return sum;
  };

  const show = ({ buffer, byteOffset, byteLength }: ArrayBufferView): void => {
    const { begin, end } = shown.get(buffer) ?? { begin: byteOffset, end: byteOffset };
    shown.set(buffer, { begin: Math.min(begin, byteOffset), end: Math.max(end, byteOffset + byteLength) });
  };

  let sum = bytesOf(value);
  for (const { begin, end } of shown.values()) sum += end - begin;
  return sum;
}
