/**
 * L0: what plain data looks like, and how large it is.
 *
 * @module
 */
export type { Form, Spec } from "./form.ts";
export { formFault } from "./form_fault.ts";
export { plainBytes } from "./plain_bytes.ts";
