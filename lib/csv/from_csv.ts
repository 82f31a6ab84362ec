import { defer, type Observable } from "../deps/rxjs.ts";
import { fromReadableStream, type InvalidOptions, passValid, type ReadOptions } from "../rx/mod.ts";
import { readRecords } from "./read_records.ts";

/** How CSV is read. */
export interface CsvOptions extends ReadOptions, InvalidOptions {
  /**
   * The names of the columns.
   *
   * @default {The fields of the first row.}
   */
  readonly columns?: readonly string[];
  /**
   * The character that separates fields.
   *
   * @default {","}
   */
  readonly separator?: string;
  /**
   * How many characters a row may hold: what is remembered of a stream is bounded by it.
   *
   * @default {1048576}
   */
  readonly maxLength?: number;
}

/**
 * The rows of a stream of CSV (RFC 4180) as records from the name of a column to its text.
 *
 * 1. Chunks may end anywhere, within a row or a character. Rows end with LF or CR LF; empty lines and a byte order mark are
 *    left out. Fields in quotes may hold separators, line breaks and doubled quotes.
 * 2. A row with a wrong number of fields or misplaced quotes is a `SyntaxError`, one that is too long a `RangeError`; each
 *    tells the number of its line and how it begins. It ends the stream after all rows before it, or is skipped and
 *    counted. After a misplaced quote the next row is taken to begin on the next line. Names that cannot be used always end
 *    the stream.
 * 3. Reading, back-pressure and unsubscribing are those of `fromReadableStream`.
 *
 * @param stream The stream, of bytes in UTF-8 or of text.
 * @param options The columns, the separator, what happens to rows that cannot be read, and how the stream is read.
 * @returns The observable; it starts to read when it is subscribed to.
 * @throws {RangeError} As an error notification: if the separator cannot be used.
 *
 * @example Learn from a table
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { fromCsv } from "@backstream/backstream/csv";
 * import { learn } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom, map } from "rxjs";
 *
 * const { body } = new Response("width,height,kind\n1,2,flat\n3,1,high\n");
 * const learner = createLearner({
 *   network: { inputs: 2, layers: [{ units: 1 }], cost: "crossEntropy" },
 *   optimizer: sgd({ learningRate: 0.1 }),
 *   labels: ["flat", "high"],
 * });
 * const samples = fromCsv(body!).pipe(
 *   map(({ width, height, kind }) => ({ features: [Number(width), Number(height)], target: kind })),
 * );
 * const { state } = await lastValueFrom(samples.pipe(learn(learner)));
 * assertEquals(state.samples, 2);
 * ```
 */
export function fromCsv(
  stream: ReadableStream<Uint8Array | string>,
  options: CsvOptions = {},
): Observable<Record<string, string>> {
  return defer(() => fromReadableStream(readRecords(stream, options), options).pipe(passValid(options)));
}
