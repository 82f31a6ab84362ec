import { type Form, formFault } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

/** Throws if a value is not of a form. */
export function assertForm(value: unknown, form: Form, path = "state"): void {
  assertEquals(formFault(value, form, path), undefined);
}
