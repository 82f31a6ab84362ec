/**
 * A read-only view of a `Float32Array`: a write does not compile.
 *
 * Every `Float32Array` is a `Vector`; `slice` gives a copy that can be written to.
 *
 * @example A write is a type error
 * ```ts
 * import { predict, createNetwork, type Vector } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1, initializer: "zeros" }] });
 * const output: Vector = predict(network, [1]);
 * // @ts-expect-error a Vector cannot be written to
 * const write = () => (output[0] = 1);
 * assertEquals(output[0], 0.5);
 * assertEquals(typeof write, "function");
 * ```
 */
export interface Vector extends
  // The members that read; those below are written out, as theirs would hand a writable array to the callback.
  Pick<
    Float32Array,
    | "BYTES_PER_ELEMENT"
    | "byteLength"
    | "length"
    | "at"
    | "entries"
    | "includes"
    | "indexOf"
    | "join"
    | "keys"
    | "lastIndexOf"
    | "slice"
    | "toReversed"
    | "toSorted"
    | "values"
    | "with"
    | typeof Symbol.iterator
    | typeof Symbol.toStringTag
  > {
  /** The element at `index`. */
  readonly [index: number]: number;
  /** A view of the elements from `begin` up to, not including, `end`. */
  subarray(begin?: number, end?: number): Vector;
  /** Whether the predicate holds for every element. */
  every(predicate: (value: number, index: number, vector: Vector) => unknown): boolean;
  /** Whether the predicate holds for some element. */
  some(predicate: (value: number, index: number, vector: Vector) => unknown): boolean;
  /** A new array of the elements for which the predicate holds. */
  filter(predicate: (value: number, index: number, vector: Vector) => unknown): Float32Array<ArrayBuffer>;
  /** The first element for which the predicate holds. */
  find(predicate: (value: number, index: number, vector: Vector) => unknown): number | undefined;
  /** The place of the first element for which the predicate holds, or -1. */
  findIndex(predicate: (value: number, index: number, vector: Vector) => unknown): number;
  /** The last element for which the predicate holds. */
  findLast(predicate: (value: number, index: number, vector: Vector) => unknown): number | undefined;
  /** The place of the last element for which the predicate holds, or -1. */
  findLastIndex(predicate: (value: number, index: number, vector: Vector) => unknown): number;
  /** Calls the function with each element. */
  forEach(visit: (value: number, index: number, vector: Vector) => void): void;
  /** A new array of what the function makes of each element. */
  map(change: (value: number, index: number, vector: Vector) => number): Float32Array<ArrayBuffer>;
  /** What the function makes of all elements, the first one first. */
  reduce<Result = number>(
    combine: (result: Result, value: number, index: number, vector: Vector) => Result,
    initial: Result,
  ): Result;
  /** What the function makes of all elements, the last one first. */
  reduceRight<Result = number>(
    combine: (result: Result, value: number, index: number, vector: Vector) => Result,
    initial: Result,
  ): Result;
}
