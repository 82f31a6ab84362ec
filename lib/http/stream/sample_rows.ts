import type { DenseSamples } from "../../feature/mod.ts";
import { readRow, type Row } from "./row.ts";

/** Rows that hold a sample each, on lines that follow one upon the other: in columns, so that there is no object for each. */
export class SampleRows {
  /**
   * Takes them.
   *
   * @param line The number of the first line.
   * @param lengths How many bytes each has.
   * @param samples The samples.
   */
  constructor(readonly line: number, readonly lengths: readonly number[], readonly samples: DenseSamples) {}

  /** How many there are. */
  get length(): number {
    return this.lengths.length;
  }

  /** The rows from a place on, up to another one. */
  slice(from: number, to: number): SampleRows {
    return new SampleRows(this.line + from, this.lengths.slice(from, to), this.samples.slice(from, to));
  }

  /** Each row as an object. */
  toRows(): Row[] {
    return this.lengths.map((length, i) => readRow(this.line + i, length, this.samples.at(i)));
  }
}
