import type { Form } from "./form.ts";

const ARRAYS = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  uint32: Uint32Array,
  uint8: Uint8Array,
} as const;

/**
 * What is wrong with plain data, if anything is: the first place where it has not the form.
 *
 * @param value The data.
 * @param form What it must look like.
 * @param path What the place is called.
 * @returns The place, what it must be and what it is; undefined if the data is of the form.
 *
 * @example Usage
 * ```ts
 * import { formFault } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const form = { count: "count", means: ["list", "number"] } as const;
 * assertEquals(formFault({ count: 2, means: [1, NaN] }, form, "state"), undefined);
 * assertEquals(
 *   formFault({ count: -1, means: [] }, form, "state"),
 *   "state.count must be a whole number from 0 on: current value is -1",
 * );
 * ```
 */
export function formFault(value: unknown, form: Form, path: string): string | undefined {
  if (typeof form === "string") return simpleFault(value, form, path);
  if (!isMaker(form)) return objectFault(value, form, path);
  if (form[0] === "either") {
    return formFault(value, form[1], path) === undefined ? undefined : formFault(value, form[2], path);
  }
  const [maker, of] = form;
  if (maker === "maybe") return value === null ? undefined : formFault(value, of, path);
  return maker === "map" ? mapFault(value, of, path) : listFault(value, of, path);
}

function simpleFault(value: unknown, form: Form & string, path: string): string | undefined {
  switch (form) {
    case "number":
      return typeof value === "number" ? undefined : told(path, "a number", value);
    case "count":
      return Number.isSafeInteger(value) && value as number >= 0
        ? undefined
        : told(path, "a whole number from 0 on", value);
    case "text":
      return typeof value === "string" ? undefined : told(path, "a text", value);
    case "boolean":
      return typeof value === "boolean" ? undefined : told(path, "true or false", value);
    default:
      return value instanceof ARRAYS[form as keyof typeof ARRAYS]
        ? undefined
        : told(path, `an array of ${form}`, value);
  }
}

function objectFault(value: unknown, form: { readonly [key: string]: Form }, path: string): string | undefined {
  if (!isObject(value)) return told(path, "an object", value);
  const [keys, expected] = [value, form].map((object) => Object.keys(object).sort().join(", "));
  if (keys !== expected) return told(path, `an object with keys ${expected}`, `keys ${keys || "none"}`);
  return firstFault(Object.entries(form).map(([key, of]) => [`${path}.${key}`, value[key], of]));
}

function listFault(value: unknown, of: Form, path: string): string | undefined {
  if (!Array.isArray(value)) return told(path, "a list", value);
  for (let i = 0; i < value.length; i++) {
    const fault = formFault(value[i], of, `${path}[${i}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function mapFault(value: unknown, of: Form, path: string): string | undefined {
  if (!isObject(value)) return told(path, "an object", value);
  return firstFault(Object.entries(value).map(([key, item]) => [`${path}.${key}`, item, of]));
}

function firstFault(places: readonly [path: string, value: unknown, form: Form][]): string | undefined {
  for (const [path, value, form] of places) {
    const fault = formFault(value, form, path);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function told(path: string, rule: string, value: unknown): string {
  const current = typeof value === "object" && value !== null ? Object.prototype.toString.call(value) : String(value);
  return `${path} must be ${rule}: current value is ${current.slice(0, 80)}`;
}

type Made = readonly [maker: "list" | "map" | "maybe", of: Form] | readonly [maker: "either", of: Form, or: Form];

function isMaker(form: Form): form is Made {
  return Array.isArray(form);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
