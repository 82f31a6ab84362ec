import { concatWith, defer, map, mergeMap, type Observable } from "../deps/rxjs.ts";
import type { Sample } from "../feature/mod.ts";
import type { InvalidOptions } from "./count_invalid.ts";
import { createLineSplitter, type Line, type LineSplitterOptions } from "./create_line_splitter.ts";
import { fromReadableStream, type ReadOptions } from "./from_readable_stream.ts";
import { passValid } from "./pass_valid.ts";

/** How NDJSON is read. */
export interface NdjsonOptions extends ReadOptions, LineSplitterOptions, InvalidOptions {}

/**
 * The values of a stream of NDJSON, one a line, such as the body of a request or a file.
 *
 * 1. Chunks may end anywhere, within a line or a character. Lines end with LF or CR LF, the last one with or without it;
 *    lines without text and a byte order mark are left out.
 * 2. A line that is not JSON is a `SyntaxError`, one that is too long a `RangeError`; each tells the number of the line and
 *    how it begins. It ends the stream after all lines before it, or is skipped and counted.
 * 3. Reading, back-pressure and unsubscribing are those of `fromReadableStream`. Memory is bounded by a chunk and a line.
 *
 * @typeParam T What the lines are expected to hold; it is not checked here. `learn` checks samples.
 * @param stream The stream, of bytes in UTF-8 or of text.
 * @param options How long a line may be, what happens to lines that cannot be read, and how the stream is read.
 * @returns The observable; it starts to read when it is subscribed to.
 *
 * @example Learn from the body of a response
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { fromNdjson, learn } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom } from "rxjs";
 *
 * const { body } = new Response('{"features":[1,2],"target":1}\n{"features":[3,4],"target":0}\n');
 * const learner = createLearner({ network: { inputs: 2, layers: [{ units: 1 }] }, optimizer: sgd({ learningRate: 1 }) });
 * const { state } = await lastValueFrom(fromNdjson(body!).pipe(learn(learner)));
 * assertEquals(state.samples, 2);
 * ```
 */
export function fromNdjson<T = Sample>(
  stream: ReadableStream<Uint8Array | string>,
  options: NdjsonOptions = {},
): Observable<T> {
  const { maxLength = 1_048_576 } = options;
  return defer(() => {
    const splitter = createLineSplitter({ maxLength });
    return fromReadableStream(stream, options).pipe(
      mergeMap((chunk) => withText(splitter.push(chunk))),
      concatWith(defer(() => withText(splitter.end()))),
      map((line) => parse<T>(line, maxLength)),
      passValid<T>(options),
    );
  });
}

function* withText(lines: Iterable<Line>): Generator<Line> {
  for (const line of lines) if (line.text.trim() !== "") yield line;
}

function parse<T>({ number, text, tooLong }: Line, maxLength: number): T | Error {
  const start = JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 60)}...`);
  if (tooLong) {
    const rule = `a line must hold at most ${maxLength} characters`;
    return new RangeError(`Cannot read line ${number} as ${rule}: current value begins with ${start}`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    return new SyntaxError(`Cannot read line ${number} as it must be JSON: current value is ${start}`, { cause });
  }
}
