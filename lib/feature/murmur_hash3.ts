/**
 * MurmurHash3 in its x86 32-bit form (Austin Appleby, 2011): a hash that is fast, well spread and the same everywhere, not a
 * secret one. A text is hashed as its UTF-8 bytes; half of a surrogate pair counts as U+FFFD, as TextEncoder has it.
 *
 * @param data A text or bytes.
 * @param seed A whole number, taken modulo 2^32.
 * @returns The hash, from 0 to 2^32 - 1.
 *
 * @example Usage
 * ```ts
 * import { murmurHash3 } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(murmurHash3("hello"), 0x248bfa47);
 * assertEquals(murmurHash3("Hello, world!", 0x9747b28c), 0x24884cba);
 * ```
 */
export function murmurHash3(data: string | Uint8Array, seed = 0): number {
  if (typeof data !== "string") return hashBytes(data, seed);
  let [hash, block, length] = [seed | 0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    let code = data.charCodeAt(i);
    if (code >= 0x80) {
      if (code >= 0xd800) code = codePointAt(data, i);
      if (code > 0xffff) i++;
      // The bytes of the code point, the first in the lowest place.
      const bytes = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      for (let b = bytes - 1; b > 0; b--) {
        const first = b === bytes - 1 ? 0xf00 >> bytes & 0xff : 0x80;
        block |= (first | code >> 6 * b & 0x3f) << 8 * (length & 3);
        if ((++length & 3) === 0) [hash, block] = [mixed(hash, block), 0];
      }
      code = 0x80 | code & 0x3f;
    }
    block |= code << 8 * (length & 3);
    if ((++length & 3) === 0) {
      hash = mixed(hash, block);
      block = 0;
    }
  }
  return finished(hash, block, length);
}

function hashBytes(bytes: Uint8Array, seed: number): number {
  let [hash, block] = [seed | 0, 0];
  for (let i = 0; i < bytes.length; i++) {
    block |= bytes[i] << 8 * (i & 3);
    if ((i & 3) === 3) [hash, block] = [mixed(hash, block), 0];
  }
  return finished(hash, block, bytes.length);
}

function codePointAt(text: string, i: number): number {
  const code = text.codePointAt(i)!;
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

function scrambled(block: number): number {
  const product = Math.imul(block, 0xcc9e2d51);
  return Math.imul(product << 15 | product >>> 17, 0x1b873593);
}

function mixed(hash: number, block: number): number {
  const bits = hash ^ scrambled(block);
  return Math.imul(bits << 13 | bits >>> 19, 5) + 0xe6546b64 | 0;
}

function finished(hash: number, rest: number, length: number): number {
  let bits = hash ^ scrambled(rest) ^ length;
  bits = Math.imul(bits ^ bits >>> 16, 0x85ebca6b);
  bits = Math.imul(bits ^ bits >>> 13, 0xc2b2ae35);
  return (bits ^ bits >>> 16) >>> 0;
}
