import type { Form } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";

/** Throws if a value is not of a form. */
export function assertForm(value: unknown, form: Form, path = "state"): void {
  if (typeof form === "string") return assertSimple(value, form, path);
  if (!Array.isArray(form)) return assertKeys(value, form as Record<string, Form>, path);
  const [maker, of] = form as [string, Form];
  if (maker === "maybe") return value === null ? undefined : assertForm(value, of, path);
  assert(maker === "list" && Array.isArray(value), `${path} must be a list`);
  value.forEach((item, i) => assertForm(item, of, `${path}[${i}]`));
}

function assertSimple(value: unknown, form: string, path: string): void {
  const fits: Record<string, (value: unknown) => boolean> = {
    number: (value) => typeof value === "number",
    count: (value) => Number.isSafeInteger(value) && value as number >= 0,
    text: (value) => typeof value === "string",
    boolean: (value) => typeof value === "boolean",
    float32: (value) => value instanceof Float32Array,
    float64: (value) => value instanceof Float64Array,
    int32: (value) => value instanceof Int32Array,
    uint32: (value) => value instanceof Uint32Array,
    uint8: (value) => value instanceof Uint8Array,
  };
  assert(fits[form](value), `${path} must be a ${form}, and not ${value}`);
}

function assertKeys(value: unknown, form: Record<string, Form>, path: string): void {
  assert(typeof value === "object" && value !== null, `${path} must be an object`);
  assertEquals(Object.keys(value).sort(), Object.keys(form).sort());
  for (const [key, of] of Object.entries(form)) {
    assertForm((value as Record<string, unknown>)[key], of, `${path}.${key}`);
  }
}
