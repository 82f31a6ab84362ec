import { assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type RecordField, recordSchema } from "../../../lib/http/schema/record_schema.ts";

const fields: RecordField[] = [
  { name: "age", type: "numeric" },
  { name: "late", type: "boolean" },
  { name: "city", type: "categorical", categories: ["Paris", "Rome"] },
  { name: "words", type: "text" },
  { name: "seen", type: "timestamp" },
  { name: "place", type: "vector", length: 2 },
];
const validate = new Ajv2020({ allowUnionTypes: true }).compile(recordSchema({ fields }));

Deno.test("recordSchema() lets through records, fields that are null or missing, new categories and other fields", () => {
  const records = [
    { age: 42, late: true, city: "Paris", words: "a b", seen: "2030-01-01", place: [1, 2] },
    { age: null, late: null, city: null, words: null, seen: null, place: null },
    {},
    { city: "Oslo", seen: 0, place: [null, 1], other: { any: 1 } },
  ];
  for (const record of records) assertEquals(validate(record), true, JSON.stringify(record));
});

Deno.test("recordSchema() refuses values of another type", () => {
  const records = [{ age: "old" }, { late: 2 }, { city: 3 }, { words: [] }, { seen: true }, { place: [1] }, {
    place: 1,
  }, []];
  for (const record of records) assertEquals(validate(record), false, JSON.stringify(record));
});

Deno.test("recordSchema() tells what becomes of other fields, and categories only where some are known", () => {
  assertEquals(
    recordSchema({ fields: [], open: true }).description,
    "Features by name. Other fields join when they appear.",
  );
  assertEquals(recordSchema({ fields: [] }).description, "Features by name. Other fields are ignored.");
  const { properties } = recordSchema({ fields: [{ name: "a", type: "categorical", categories: [] }] });
  assertEquals("examples" in (properties as Record<string, object>).a, false);
});
