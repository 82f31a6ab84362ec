import { joinBytes } from "../body/join_bytes.ts";

/** Turns bytes that come in pieces into text that comes in pieces. */
export interface PieceDecoder {
  /** The text of a piece, and of what the one before it left of a character. */
  push(bytes: Uint8Array): string;
  /** What is left at the end: a replacement character if the last one is not whole, or nothing. */
  end(): string;
}

/** A byte order mark at the beginning is left out below; elsewhere U+FEFF is a character like any other. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Makes a decoder of UTF-8 that comes in pieces. It decodes as `TextDecoder` with `stream: true` does, but each piece at
 * once up to its last whole character, which on V8 takes a twentieth of the time and makes strings half as large.
 *
 * @returns The decoder.
 */
export function decodePieces(): PieceDecoder {
  let rest: Uint8Array = new Uint8Array(0);
  let isFirst = true;
  const decode = (bytes: Uint8Array): string => {
    const text = utf8.decode(bytes);
    if (!isFirst || text === "") return text;
    isFirst = false;
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  };
  return {
    push(bytes) {
      const whole = rest.length === 0 ? bytes : joinBytes([rest, bytes]);
      const end = endOfWhole(whole);
      rest = whole.slice(end);
      return decode(end === whole.length ? whole : whole.subarray(0, end));
    },
    end() {
      const text = decode(rest);
      rest = new Uint8Array(0);
      return text;
    },
  };
}

/** Where the last character begins if it is not whole; the length otherwise. A character has four bytes at most. */
function endOfWhole(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back];
    if (byte < 0x80) return length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length - back : length;
  }
  return length;
}
