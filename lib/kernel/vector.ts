/** The members of `Float32Array` that read and never write. */
type ReadingMember =
  | "BYTES_PER_ELEMENT"
  | "byteLength"
  | "length"
  | "at"
  | "entries"
  | "every"
  | "filter"
  | "find"
  | "findIndex"
  | "findLast"
  | "findLastIndex"
  | "forEach"
  | "includes"
  | "indexOf"
  | "join"
  | "keys"
  | "lastIndexOf"
  | "map"
  | "reduce"
  | "reduceRight"
  | "slice"
  | "some"
  | "toReversed"
  | "toSorted"
  | "values"
  | "with"
  | typeof Symbol.iterator
  | typeof Symbol.toStringTag;

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
export interface Vector extends Pick<Float32Array, ReadingMember> {
  /** The element at `index`. */
  readonly [index: number]: number;
  /** A view of the elements from `begin` up to, not including, `end`. */
  subarray(begin?: number, end?: number): Vector;
}
