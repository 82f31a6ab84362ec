/** A text that is written again and again: its bytes, four to a number. */
export interface PreparedText {
  /** The bytes. */
  readonly words: Int32Array;
  /** How many bytes there are. */
  readonly length: number;
}

const encoder = new TextEncoder();

/**
 * Prepares a text.
 *
 * @param text The text.
 * @returns Its bytes in UTF-8.
 */
export function prepareText(text: string): PreparedText {
  const bytes = encoder.encode(text);
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  for (let i = 0; i < bytes.length; i++) words[i >> 2] |= bytes[i] << 8 * (i & 3);
  return { words, length: bytes.length };
}

/**
 * Writes a text that was prepared.
 *
 * @param out Takes the bytes, with room for three more.
 * @param start Where it begins.
 * @param text The text.
 * @returns The place behind it.
 */
export function writePrepared(out: DataView, start: number, { words, length }: PreparedText): number {
  for (let i = 0; i < words.length; i++) out.setInt32(start + 4 * i, words[i], true);
  return start + length;
}
