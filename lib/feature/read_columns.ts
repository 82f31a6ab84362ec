import type { SparseVector } from "../kernel/mod.ts";
import { bucketOf, signOf } from "./hash_features.ts";
import { isMissing } from "./guess_type.ts";
import type { FieldIndex, LayoutIndex } from "./layout_index.ts";
import { murmurHash3 } from "./murmur_hash3.ts";
import { valueOf } from "./read_record.ts";
import { readNumber, readText } from "./read_value.ts";
import { readSparseVector, readVector } from "./read_vector.ts";
import { cosineOf, sineOf, TIME_PARTS, timePart } from "./time_part.ts";
import type { Vector64 } from "./vector64.ts";
import { wordsOf } from "./words_of.ts";

type Row = Readonly<Record<string, unknown>>;

/** Columns and their numbers, in any order. */
interface Entries {
  readonly columns: number[];
  readonly values: number[];
}

/**
 * The numbers of the scaled columns.
 *
 * @param index The columns.
 * @param record The record.
 * @param make Makes the array that they are written to; whatever it holds is written over.
 * @returns The numbers in the order of these columns; NaN where one is missing.
 * @throws {SampleError} If a value cannot be used.
 */
export function readScaled(
  { fields, scaledAt }: LayoutIndex,
  record: Row,
  make: (length: number) => Float64Array<ArrayBuffer> = (length) => new Float64Array(length),
): Float64Array<ArrayBuffer> {
  const numbers = make(scaledAt.length);
  for (const field of fields) {
    const { type, scaled } = field;
    if (scaled < 0) continue;
    const value = valueOf(field, record);
    if (type === "vector") {
      if (isMissing(value)) numbers.fill(NaN, scaled, scaled + field.length);
      else numbers.set(readVector(field, value), scaled);
    } else if (type === "timestamp") {
      const time = readNumber(type, value, field.path);
      for (const block of field.blocks) {
        if (block.scaled >= 0) numbers[block.scaled] = time === time ? timePart(time, TIME_PARTS[block.place]) : NaN;
      }
    } else {
      numbers[scaled] = readNumber(type as "numeric", value, field.path);
    }
  }
  return numbers;
}

/**
 * The raw columns of a record.
 *
 * @param index The columns.
 * @param record The record.
 * @param previous The latest number of each scaled column, where a column asks for it.
 * @returns The columns, NaN where a number is missing that the mean will stand for. Where most columns are categories, words
 * or sparse vectors, those that are not 0, all that are scaled, and the last one.
 * @throws {SampleError} If a value cannot be used.
 */
export function readColumns(index: LayoutIndex, record: Row, previous: Float64Array): Vector64 | SparseVector {
  const numbers = readScaled(index, record);
  if (index.isFilled) fill(numbers, index, previous);
  if (index.isAllScaled) return numbers;
  const entries: Entries = { columns: [], values: [] };
  for (const field of index.plainFields) readPlain(field, valueOf(field, record), entries);
  return index.isSparse ? sparse(index, numbers, entries) : dense(index, numbers, entries);
}

function fill(numbers: Float64Array, { isZero, isPrevious }: LayoutIndex, previous: Float64Array): void {
  for (let k = 0; k < numbers.length; k++) {
    if (numbers[k] === numbers[k]) continue;
    if (isZero[k] === 1) numbers[k] = 0;
    else if (isPrevious[k] === 1 && k < previous.length) numbers[k] = previous[k];
  }
}

function dense({ width, scaledAt }: LayoutIndex, numbers: Float64Array, { columns, values }: Entries): Vector64 {
  const raw = new Float64Array(width);
  for (let k = 0; k < scaledAt.length; k++) raw[scaledAt[k]] = numbers[k];
  for (let i = 0; i < columns.length; i++) raw[columns[i]] = values[i];
  return raw;
}

function sparse({ width, scaledAt }: LayoutIndex, numbers: Float64Array, { columns, values }: Entries): SparseVector {
  const order = Array.from(columns.keys()).sort((a, b) => columns[a] - columns[b]);
  const size = scaledAt.length + order.length;
  const hasLast = columns.includes(width - 1) || scaledAt.at(-1) === width - 1;
  const indices = new Uint32Array(hasLast ? size : size + 1);
  const raw = new Float64Array(indices.length);
  let [k, i] = [0, 0];
  for (let at = 0; at < size; at++) {
    const isScaled = i === order.length || k < scaledAt.length && scaledAt[k] < columns[order[i]];
    indices[at] = isScaled ? scaledAt[k] : columns[order[i]];
    raw[at] = isScaled ? numbers[k++] : values[order[i++]];
  }
  if (!hasLast) indices[size] = width - 1; // so that the columns tell how many there were
  return { indices, values: raw };
}

/** Adds the columns of a field that are not scaled and not 0. */
function readPlain(field: FieldIndex, value: unknown, { columns, values }: Entries): void {
  const add = (column: number, x: number) => {
    columns.push(column);
    values.push(x);
  };
  if (isMissing(value) && !(field.type === "text" && value === "")) {
    const column = field.indicators.get(-1);
    if (column !== undefined) add(column, 1);
    return;
  }
  switch (field.type) {
    case "categorical":
      return readCategory(field, readText(value, field.path), add);
    case "text":
      return readWords(field, readText(value, field.path), add);
    case "timestamp":
      return readCycles(field, readNumber("timestamp", value, field.path), add);
    case "vector":
      return field.isSparse ? readElements(field, value, add) : readMissing(field, value, add);
  }
}

function readCategory({ categories, buckets }: FieldIndex, text: string, add: (at: number, x: number) => void): void {
  const column = categories.get(text);
  if (column !== undefined) return add(column, 1);
  if (buckets === undefined) return;
  const hash = murmurHash3(text);
  add(buckets.column + bucketOf(hash, 31 - Math.clz32(buckets.size)), signOf(hash));
}

function readWords({ buckets }: FieldIndex, text: string, add: (at: number, x: number) => void): void {
  if (buckets === undefined) return;
  for (const [bucket, x] of wordsOf(text, 31 - Math.clz32(buckets.size))) add(buckets.column + bucket, x);
}

function readCycles({ blocks }: FieldIndex, time: number, add: (at: number, x: number) => void): void {
  for (const { column, place, scaled } of blocks) {
    if (scaled >= 0) continue;
    const share = timePart(time, TIME_PARTS[place]);
    add(column, sineOf(share));
    add(column + 1, cosineOf(share));
  }
}

function readElements(field: FieldIndex, value: unknown, add: (at: number, x: number) => void): void {
  const { indices, values } = readSparseVector(field, value, field.plan.limit);
  let b = 0;
  for (let i = 0; i < indices.length && indices[i] < field.length; i++) {
    while (indices[i] >= field.blocks[b].place + field.blocks[b].size) b++;
    add(field.blocks[b].column + indices[i] - field.blocks[b].place, values[i]);
  }
}

function readMissing(field: FieldIndex, value: unknown, add: (at: number, x: number) => void): void {
  const numbers = readVector(field, value);
  for (const [element, column] of field.indicators) {
    if (element >= 0 && Number.isNaN(numbers[element])) add(column, 1);
  }
}
