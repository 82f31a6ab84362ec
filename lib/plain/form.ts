/**
 * What plain data must look like, as plain data: so that a snapshot from anywhere can be checked before it is used.
 *
 * A text names a simple form: `number` any number, NaN and the infinities included; `count` a whole number from 0 on;
 * `text`; `boolean`; `float32`, `float64`, `int32`, `uint32` and `uint8` a typed array of any length. A pair makes a form
 * of another one: `list` a list of any length, `map` an object with any keys, `maybe` the form or null. An object has
 * exactly the keys that it shows, each of its form. `either` is one of two forms.
 */
export type Form =
  | "number"
  | "count"
  | "text"
  | "boolean"
  | "float32"
  | "float64"
  | "int32"
  | "uint32"
  | "uint8"
  | readonly [maker: "list" | "map" | "maybe", of: Form]
  | readonly [maker: "either", of: Form, or: Form]
  | { readonly [key: string]: Form };

/** The name and the options of something, enough to make it again. */
export interface Spec {
  /** The name of the function that makes it. */
  readonly name: string;
  /** Its options. */
  readonly [option: string]: unknown;
}
