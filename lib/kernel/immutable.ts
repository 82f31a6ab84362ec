import type { Vector } from "./vector.ts";

/** The methods of the immutable ArrayBuffer proposal, where a runtime has them. */
interface ImmutableCapable {
  transferToImmutable(): ArrayBuffer;
}

/**
 * Whether the runtime has immutable ArrayBuffers. To ask this first saves a look at the buffer, which for a small array
 * costs more than to make the array.
 *
 * @returns Whether it has.
 */
export function hasImmutable(): boolean {
  return "transferToImmutable" in ArrayBuffer.prototype;
}

/**
 * Turns an array that its maker has finished into a {@linkcode Vector}.
 *
 * Where the runtime has immutable ArrayBuffers (TC39 proposal; Deno 2.9 with
 * `--v8-flags=--js-immutable-arraybuffer`) the buffer is transferred to one, so that a write throws. Elsewhere the
 * array itself is returned and the type alone protects it.
 *
 * @param array A freshly made array that fills its buffer; it must not be used afterward.
 * @returns The same numbers, read-only.
 *
 * @example Usage
 * ```ts
 * import { immutable } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...immutable(Float32Array.of(1, 2))], [1, 2]);
 * ```
 */
export function immutable(array: Float32Array<ArrayBuffer>): Vector {
  if (!hasImmutable() || array.byteLength !== array.buffer.byteLength) return array;
  return new Float32Array((array.buffer as unknown as ImmutableCapable).transferToImmutable());
}
