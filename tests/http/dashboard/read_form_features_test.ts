import { assertEquals, assertThrows } from "@std/assert";
import type { FormField } from "../../../lib/http/dashboard/form_fields.ts";
import { fieldName, inputName, readFormFeatures } from "../../../lib/http/dashboard/read_form_features.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const numbers = { kind: "numbers", count: 3 } as const;
const json = { kind: "json", example: "{}" } as const;
const types: FormField["type"][] = ["numeric", "boolean", "categorical", "text", "timestamp", "vector"];
const record = { kind: "record", fields: types.map((type) => ({ name: type, type })) } as const;

Deno.test("readFormFeatures() reads numbers, and NaN, which is refused later, of what is none", () => {
  const form = new URLSearchParams({ [inputName(0)]: "1.5", [inputName(1)]: " -2e3 ", [inputName(2)]: "" });
  assertEquals(readFormFeatures(form, numbers), [1.5, -2000, NaN]);
  assertEquals(readFormFeatures(new URLSearchParams({ [inputName(0)]: "x" }), numbers), [NaN, NaN, NaN]);
});

Deno.test("readFormFeatures() reads a record, each field by its type", () => {
  const form = new URLSearchParams({
    "field.numeric": "42",
    "field.boolean": "true",
    "field.categorical": "7",
    "field.text": " two words ",
    "field.timestamp": "2026-01-31T12:00:00Z",
    "field.vector": "[1, 2;3  x]",
    "field.unknown": "1",
  });
  assertEquals(readFormFeatures(form, record), {
    numeric: 42,
    boolean: "true",
    categorical: "7",
    text: "two words",
    timestamp: "2026-01-31T12:00:00Z",
    vector: [1, 2, 3, NaN],
  });
});

Deno.test("readFormFeatures() leaves out what is blank, and leaves a text that is no number to the model", () => {
  const form = new URLSearchParams({ "field.numeric": "many", "field.text": "  " });
  assertEquals(readFormFeatures(form, record), { numeric: "many" });
});

Deno.test("readFormFeatures() takes the name __proto__ for a name", () => {
  const field = { name: "__proto__", type: "numeric" } as const;
  const form = new URLSearchParams({ [fieldName(field)]: "1" });
  const features = readFormFeatures(form, { kind: "record", fields: [field] });
  assertEquals([Object.keys(features), Object.getPrototypeOf(features)], [["__proto__"], Object.prototype]);
});

Deno.test("readFormFeatures() reads JSON, the features alone or a whole sample", () => {
  const read = (text: string) => readFormFeatures(new URLSearchParams({ json: text }), json);
  assertEquals(read("[1, 2]"), [1, 2]);
  assertEquals(read('{ "features": { "a": 1 }, "target": 3 }'), { a: 1 });
  assertEquals(read('{ "a": 1 }'), { a: 1 });
  for (const text of ["", "{", "[1,]"]) assertThrows(() => read(text), RequestError);
});
