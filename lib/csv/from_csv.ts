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

/** How CSV is read as records of values. */
export interface TypedCsvOptions extends CsvOptions {
  /** Fields become what their texts stand for, by `parseField`: numbers, true and false, null where they are empty. */
  readonly typed: true;
}

/** A record whose fields are what their texts stand for. */
export type TypedRecord = Record<string, number | boolean | string | null>;

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
 * @typeParam Options How it is read, which says what the records hold.
 * @param stream The stream, of bytes in UTF-8 or of text.
 * @param options The columns, the separator, what happens to rows that cannot be read, and how the stream is read.
 * @returns The observable; it starts to read when it is subscribed to.
 * @throws {RangeError} As an error notification: if the separator cannot be used.
 *
 * @example Learn from a table
 * ```ts
 * import { createTableLearner } from "@backstream/backstream";
 * import { fromCsv } from "@backstream/backstream/csv";
 * import { learn } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom, map } from "rxjs";
 *
 * const { body } = new Response("width,color,kind\n1,red,flat\n3,,high\n");
 * const learner = createTableLearner({ task: "classification" });
 * const samples = fromCsv(body!, { typed: true }).pipe(
 *   map(({ kind, ...features }) => ({ features, target: String(kind) })),
 * );
 * const { state } = await lastValueFrom(samples.pipe(learn(learner)));
 * assertEquals(learner.labelsOf!(state), ["flat", "high"]);
 * ```
 */
export function fromCsv<Options extends CsvOptions | TypedCsvOptions = CsvOptions>(
  stream: ReadableStream<Uint8Array | string>,
  options: Options = {} as Options,
): Observable<Options extends TypedCsvOptions ? TypedRecord : Record<string, string>> {
  const records = () => fromReadableStream(readRecords(stream, options), options).pipe(passValid(options));
  return defer(records) as Observable<never>; // of which kind they are, the options say
}
