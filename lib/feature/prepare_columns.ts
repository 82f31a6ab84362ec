import { immutable, type SparseVector, type Vector } from "../kernel/mod.ts";
import type { Indicator, LayoutIndex } from "./layout_index.ts";
import { scaled } from "./scaled_columns.ts";
import type { Vector64 } from "./vector64.ts";

/**
 * Raw columns as the network takes them: missing numbers replaced by their mean so far, then scaled.
 *
 * @param index The columns that there are now.
 * @param statistics What is known of the scaled ones.
 * @param raw The columns, of which there may have been fewer when they were read.
 * @returns A number a column in float32, all of them finite. Sparse as the raw columns are.
 */
export function prepareColumns(
  index: LayoutIndex,
  statistics: Float64Array,
  raw: Vector64 | SparseVector,
): Vector | SparseVector {
  return "indices" in raw ? prepareSparse(index, statistics, raw) : prepareDense(index, statistics, raw);
}

function prepareDense(index: LayoutIndex, statistics: Float64Array, raw: Vector64): Vector {
  const { width, scaledAt, isAllScaled, plan: { clip } } = index;
  const { offsets } = index.scaling;
  const prepared = new Float32Array(width);
  const known = Math.min(raw.length, width);
  if (!isAllScaled) {
    for (let j = 0; j < known; j++) prepared[j] = raw[j];
  }
  for (let k = 0; k < scaledAt.length; k++) {
    const j = scaledAt[k];
    const x = j < known ? raw[j] : missing(index, k);
    prepared[j] = bounded(scaled(statistics, offsets[k], x), clip);
  }
  if (known < width) {
    for (const { column, source } of index.indicators) {
      if (column >= known && isUnknown(raw[source], source, known)) prepared[column] = 1;
    }
  }
  return immutable(prepared);
}

function prepareSparse(index: LayoutIndex, statistics: Float64Array, raw: SparseVector): SparseVector {
  const { scaledAt, scaledOf, plan: { clip } } = index;
  const { offsets } = index.scaling;
  const known = raw.indices.length === 0 ? 0 : raw.indices[raw.indices.length - 1] + 1;
  const later = known < index.width ? laterIndicators(index, raw, known) : [];
  const most = raw.indices.length + scaledAt.length + later.length;
  const [indices, values] = [new Uint32Array(most), new Float32Array(most)];
  let [size, k] = [0, 0];
  const add = (column: number, x: number) => {
    indices[size] = column;
    values[size] = x;
    if (values[size] !== 0) size++;
  };
  for (let i = 0; i < raw.indices.length; i++) {
    const column = raw.indices[i];
    if (scaledOf[column] < 0) add(column, raw.values[i]);
    else add(column, bounded(scaled(statistics, offsets[k++], raw.values[i]), clip));
  }
  let i = 0;
  for (; k < scaledAt.length; k++) {
    while (i < later.length && later[i] < scaledAt[k]) add(later[i++], 1);
    add(scaledAt[k], bounded(scaled(statistics, offsets[k], missing(index, k)), clip));
  }
  while (i < later.length) add(later[i++], 1);
  return { indices: indices.subarray(0, size), values: values.subarray(0, size) };
}

/** The indicators that came after the columns were read, and what they would have told. */
function laterIndicators({ indicators }: LayoutIndex, { indices, values }: SparseVector, known: number): number[] {
  const rawOf = (column: number) => {
    for (let i = 0; i < indices.length; i++) if (indices[i] === column) return values[i];
  };
  return indicators
    .filter(({ column, source }) => column >= known && isUnknown(rawOf(source), source, known))
    .map(({ column }) => column);
}

/** Whether the column that an indicator belongs to was missing, or was not there yet. */
function isUnknown(x: number | undefined, source: Indicator["source"], known: number): boolean {
  return source >= known || x !== undefined && x !== x;
}

/** What stands for a number of a column that was not there yet. */
function missing({ isZero }: LayoutIndex, k: number): number {
  return isZero[k] === 1 ? 0 : NaN;
}

function bounded(x: number, clip: number): number {
  return x > clip ? clip : x < -clip ? -clip : x;
}
