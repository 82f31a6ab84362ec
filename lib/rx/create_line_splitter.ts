/** How text is cut into lines. */
export interface LineSplitterOptions {
  /**
   * How many characters a line may hold: what is remembered of a stream is bounded by it.
   *
   * @default {1048576}
   */
  readonly maxLength?: number;
}

/** A line of text. */
export interface Line {
  /** Its number, from 1 on. */
  readonly number: number;
  /** The line without its line break; its beginning only, if it is too long. */
  readonly text: string;
  /** Whether it holds more characters than a line may hold. */
  readonly tooLong: boolean;
}

/** Cuts chunks of text into lines. */
export interface LineSplitter {
  /** The lines that end in a chunk. */
  push(chunk: Uint8Array | string): Generator<Line>;
  /** The line that no line break has ended, if there is one. */
  end(): Generator<Line>;
}

/**
 * Cuts chunks of text into lines, wherever the chunks begin and end: within a line, a line break or a character.
 *
 * Bytes are read as UTF-8. A line ends with LF or CR LF; a byte order mark at the beginning is left out. A line that is
 * too long is given as soon as it is, and the rest of it is dropped.
 *
 * @param options How long a line may be.
 * @returns The splitter of one stream; each generator must be read before the next one is made.
 *
 * @example Usage
 * ```ts
 * import { createLineSplitter } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 *
 * const splitter = createLineSplitter();
 * assertEquals([...splitter.push("one\r\ntw")].map(({ text }) => text), ["one"]);
 * assertEquals([...splitter.push("o\n")], [{ number: 2, text: "two", tooLong: false }]);
 * assertEquals([...splitter.end()], []);
 * ```
 */
export function createLineSplitter({ maxLength = 1_048_576 }: LineSplitterOptions = {}): LineSplitter {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  let dropping = false;
  let number = 0;

  function* split(text: string): Generator<Line> {
    let start = number === 0 && rest === "" && text.startsWith("\uFEFF") ? 1 : 0;
    for (let end = text.indexOf("\n", start); end >= 0; end = text.indexOf("\n", start)) {
      yield* finish(text.slice(start, end));
      start = end + 1;
    }
    yield* keep(text.slice(start));
  }

  function* finish(part: string): Generator<Line> {
    if (!dropping) yield line((rest + part).replace(/\r$/, ""));
    rest = "";
    dropping = false;
  }

  function* keep(part: string): Generator<Line> {
    if (dropping) return;
    rest += part;
    if (rest.length <= maxLength + 1) return; // the one character more could be a CR
    dropping = true;
    yield line(rest);
  }

  function line(text: string): Line {
    const tooLong = text.length > maxLength;
    return { number: ++number, text: tooLong ? text.slice(0, Math.min(maxLength, 80)) : text, tooLong };
  }

  return {
    push: (chunk) => split(typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })),
    *end() {
      yield* split(decoder.decode());
      if (rest !== "" && !dropping) yield* finish("");
    },
  };
}
