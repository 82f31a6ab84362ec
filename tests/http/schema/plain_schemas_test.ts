import { assertEquals } from "@std/assert";
import {
  choiceSchema,
  countSchema,
  flagSchema,
  knownNumberSchema,
  numberSchema,
  textSchema,
} from "../../../lib/http/schema/plain_schemas.ts";

Deno.test("the plain schemas are what they are in JSON Schema", () => {
  const description = "A.";
  assertEquals(numberSchema("A."), { description, type: "number" });
  assertEquals(knownNumberSchema("A."), { description, type: ["number", "null"] });
  assertEquals(countSchema("A."), { description, type: "integer", minimum: 0 });
  assertEquals(textSchema("A.", { minLength: 1 }), { description, type: "string", minLength: 1 });
  assertEquals(choiceSchema("A.", ["a", "b"]), { description, type: "string", enum: ["a", "b"] });
  assertEquals(flagSchema("A."), { description, type: "boolean" });
});
