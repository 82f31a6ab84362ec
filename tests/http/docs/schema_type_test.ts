import { assertEquals } from "@std/assert";
import { schemaType } from "../../../lib/http/docs/schema_type.ts";
import { tidy } from "./tidy.ts";
import { arraySchema, type Schema, schemaRef } from "../../../lib/http/schema/schema.ts";

Deno.test("schemaType() says in a few words what a schema lets through", () => {
  const link = '<a href="#schema-Sample">Sample</a>';
  const cases: [schema: Schema, text: string][] = [
    [{ type: "number" }, "number"],
    [{}, "anything"],
    [schemaRef("Sample"), link],
    [arraySchema("", schemaRef("Sample")), `array of ${link}`],
    [{ anyOf: [schemaRef("Sample"), { type: "null" }] }, `${link} or null`],
    [{ oneOf: [{ type: "string" }] }, "string"],
    [{ type: ["number", "array"], items: { type: "string" } }, "number or array of string"],
    [{ enum: ["a", "b"] }, "<code>&quot;a&quot;</code> or <code>&quot;b&quot;</code>"],
    [{ const: "done" }, "<code>&quot;done&quot;</code>"],
    [{ type: "array" }, "array"],
  ];
  for (const [schema, text] of cases) assertEquals(tidy(schemaType(schema)), tidy(text));
});
