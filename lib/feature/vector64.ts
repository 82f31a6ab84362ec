/** A read-only view of a `Float64Array`, as {@linkcode Vector} is of a `Float32Array`. */
export interface Vector64 extends
  Pick<
    Float64Array,
    | "BYTES_PER_ELEMENT"
    | "byteLength"
    | "length"
    | "at"
    | "entries"
    | "includes"
    | "indexOf"
    | "join"
    | "keys"
    | "slice"
    | "values"
    | typeof Symbol.iterator
    | typeof Symbol.toStringTag
  > {
  /** The element at `index`. */
  readonly [index: number]: number;
  /** A view of the elements from `begin` up to, not including, `end`. */
  subarray(begin?: number, end?: number): Vector64;
}
