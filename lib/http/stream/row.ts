import { SampleError } from "../../feature/mod.ts";

/** A row of a body that is learned while it arrives. */
export interface Row {
  /** The number of its first line, from 1 on. */
  readonly line: number;
  /** How many bytes it has, by which memory is bounded. */
  readonly length: number;
  /** What it holds; missing if it cannot be read. */
  readonly value?: unknown;
  /** What is wrong with it, if it cannot be read. */
  readonly fault?: SampleError;
}

/** A class, as V8 may put what is written as a literal among the old objects at once, which then keep new ones from going. */
class ReadRow implements Row {
  constructor(readonly line: number, readonly length: number, readonly value: unknown) {}
}

/**
 * A row that was read.
 *
 * @param line The number of its first line.
 * @param length How many bytes it has.
 * @param value What it holds.
 * @returns The row.
 */
export function readRow(line: number, length: number, value: unknown): Row {
  return new ReadRow(line, length, value);
}

/**
 * A row that cannot be read.
 *
 * @param line The number of its line.
 * @param rule What it must be.
 * @param length How many bytes it has.
 * @returns The row; what it holds is not told.
 */
export function faultyRow(line: number, rule: string, length = 0): Row {
  return { line, length, fault: new SampleError({ field: `line ${line}`, rule, value: undefined }) };
}
