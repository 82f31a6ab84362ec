import type { Sample } from "../../feature/mod.ts";
import { joinSamples } from "./join_samples.ts";
import type { Row } from "./row.ts";
import { SampleRows } from "./sample_rows.ts";

/** Rows in their order. */
export type RowList = readonly Row[] | SampleRows;

/** Finds rows in bytes that come in pieces, which may end anywhere. */
export interface RowSplitter<R extends RowList = RowList> {
  /** The rows that end in this piece. */
  push(piece: Uint8Array): R;
  /** The row that ends with the body, if there is one. */
  end(): R;
}

/**
 * The number of the first line of a row.
 *
 * @param rows The rows.
 * @param place The place of the row.
 * @returns The number, from 1 on.
 */
export function lineOf(rows: RowList, place: number): number {
  return rows instanceof SampleRows ? rows.line + place : rows[place].line;
}

/**
 * How many bytes a row has.
 *
 * @param rows The rows.
 * @param place The place of the row.
 * @returns The number.
 */
export function lengthOf(rows: RowList, place: number): number {
  return rows instanceof SampleRows ? rows.lengths[place] : rows[place].length;
}

/**
 * How many bytes rows have.
 *
 * @param rows The rows.
 * @returns The number.
 */
export function bytesOf(rows: RowList): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += lengthOf(rows, i);
  return sum;
}

/**
 * The name of the sample in a row.
 *
 * @param rows The rows.
 * @param place The place of the row.
 * @returns The name; undefined if there is none.
 */
export function idOf(rows: RowList, place: number): string | undefined {
  if (rows instanceof SampleRows) return rows.samples.ids?.[place];
  const id = (rows[place].value as Partial<Sample> | null | undefined)?.id;
  return typeof id === "string" ? id : undefined;
}

/**
 * Rows as objects.
 *
 * @param rows The rows.
 * @returns An object each.
 */
export function objectsOf(rows: RowList): readonly Row[] {
  return rows instanceof SampleRows ? rows.toRows() : rows;
}

/**
 * Rows one behind the other.
 *
 * @param all The rows; some at least.
 * @returns All of them, in columns if they can be.
 */
export function joinRows(all: readonly RowList[]): RowList {
  const [first, ...others] = all;
  if (others.length === 0) return first;
  if (!areColumns(all)) return all.flatMap(objectsOf);
  const lengths = ([] as number[]).concat(...all.map(({ lengths }) => lengths));
  const samples = joinSamples(all.map(({ samples }) => samples));
  return new SampleRows(all[0].line, lengths, samples);
}

/** Whether all are in columns, and each line follows upon the one before. */
function areColumns(all: readonly RowList[]): all is readonly SampleRows[] {
  let next: number | undefined;
  return all.every((rows) => {
    const follows = rows instanceof SampleRows && (next ?? rows.line) === rows.line;
    if (follows) next = rows.line + rows.length;
    return follows;
  });
}
