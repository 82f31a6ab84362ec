/** A typed array that a snapshot can hold. */
export type Tensor =
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

/** The names that safetensors has for the element types. */
export const TENSOR_TYPES = {
  F64: Float64Array,
  F32: Float32Array,
  I32: Int32Array,
  U32: Uint32Array,
  I16: Int16Array,
  U16: Uint16Array,
  I8: Int8Array,
  U8: Uint8Array,
} as const;

/** The name of an element type. */
export type TensorType = keyof typeof TENSOR_TYPES;

/**
 * The name of the element type of a typed array.
 *
 * @param value Anything.
 * @returns The name; undefined for what is not a typed array that a snapshot can hold.
 */
export function tensorType(value: unknown): TensorType | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  return (Object.keys(TENSOR_TYPES) as TensorType[]).find((type) => value instanceof TENSOR_TYPES[type]);
}
