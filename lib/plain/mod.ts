/**
 * L0: what plain data looks like.
 *
 * @module
 */
export type { Form, Spec } from "./form.ts";
