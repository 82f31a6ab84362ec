import { assertEquals } from "@std/assert";
import { schemaMembers } from "../../../lib/http/docs/schema_members.ts";
import { tidy } from "./tidy.ts";
import { arraySchema, objectSchema } from "../../../lib/http/schema/schema.ts";

Deno.test("schemaMembers() lists members with their types, needs, bounds and descriptions", () => {
  const schema = objectSchema("", {
    a: { type: "integer", minimum: 0, default: 1, description: "A `count`." },
    "b?": {},
  });
  assertEquals(
    tidy(schemaMembers(schema)),
    tidy(
      '<dl><dt><code>a</code> <span class="type">integer</span> <span class="needed">required</span></dt>' +
        '<dd>A <code>count</code>. <span class="bounds">at least <code>0</code>, by default <code>1</code></span></dd>' +
        '<dt><code>b</code> <span class="type">anything</span></dt><dd></dd></dl>',
    ),
  );
});

Deno.test("schemaMembers() shows the members of objects inside, also those of an array", () => {
  const inner = objectSchema("", { deep: { type: "number" } });
  for (const schema of [inner, arraySchema("", inner)]) {
    const text = tidy(schemaMembers(objectSchema("", { outer: schema })));
    assertEquals(text.includes("<dd><dl><dt><code>deep</code>"), true, text);
  }
});

Deno.test("schemaMembers() shows nothing where there are no members", () => {
  for (const schema of [{}, { type: "number" }, { properties: null }]) assertEquals(String(schemaMembers(schema)), "");
});
