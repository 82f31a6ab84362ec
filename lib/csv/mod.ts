/**
 * L6: tables as streams, over the parser of `@std/csv`.
 *
 * @example Read a table
 * ```ts
 * import { fromCsv } from "@backstream/backstream/csv";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom, toArray } from "rxjs";
 *
 * const stream = ReadableStream.from(["name,age\nAlice,34\nB", "ob,24\n"]);
 * assertEquals(await lastValueFrom(fromCsv(stream).pipe(toArray())), [
 *   { name: "Alice", age: "34" },
 *   { name: "Bob", age: "24" },
 * ]);
 * ```
 *
 * @module
 */
export { type CsvOptions, fromCsv, type TypedCsvOptions, type TypedRecord } from "./from_csv.ts";
export { parseField } from "./parse_field.ts";
