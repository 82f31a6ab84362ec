import { assertEquals } from "@std/assert";
import { arraySchema, closedSchema, objectSchema, schemaRef } from "../../../lib/http/schema/schema.ts";

Deno.test("objectSchema() requires the members without a question mark", () => {
  assertEquals(objectSchema("A.", { a: { type: "number" }, "b?": {} }), {
    description: "A.",
    type: "object",
    properties: { a: { type: "number" }, b: {} },
    required: ["a"],
  });
  assertEquals(objectSchema("A.", { "b?": {} }), { description: "A.", type: "object", properties: { b: {} } });
});

Deno.test("closedSchema() lets through no other members", () => {
  assertEquals(closedSchema("A.", { a: {} }), { ...objectSchema("A.", { a: {} }), additionalProperties: false });
});

Deno.test("arraySchema() and schemaRef() are what they are in JSON Schema", () => {
  assertEquals(arraySchema("A.", schemaRef("B"), { minItems: 1 }), {
    description: "A.",
    type: "array",
    items: { $ref: "#/components/schemas/B" },
    minItems: 1,
  });
});
