import { assertEquals, assertStringIncludes } from "@std/assert";
import type { FormField } from "../../../lib/http/dashboard/form_fields.ts";
import { predictionForm } from "../../../lib/http/dashboard/prediction_form.ts";
import { textOf } from "./views.ts";

const name = "colors";

/** The ids of the controls without a label. */
function unlabelled(text: string): string[] {
  const ids = [...text.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]*)"/g)].map((match) => match[1]);
  return ids.filter((id) => !text.includes(`<label for="${id}">`));
}

Deno.test("predictionForm() asks for each input, and for numbers only", async () => {
  const text = await textOf(predictionForm({ name, fields: { kind: "numbers", count: 3 } }));
  assertStringIncludes(text, 'action="/dashboard/models/colors/predict"');
  assertEquals(text.match(/type="number" step="any" required value="0"/g)!.length, 3);
  assertEquals(unlabelled(text), []);
});

Deno.test("predictionForm() has a control for each kind of field, with what is known of it", async () => {
  const types: FormField["type"][] = ["numeric", "boolean", "text", "timestamp", "vector"];
  const fields: FormField[] = [
    ...types.map((type) => ({ name: type, type })),
    { name: "<city>", type: "categorical", categories: ["Ulm", '"'] },
  ];
  const filled = new URLSearchParams({ "field.boolean": "true", "field.<city>": "Ulm", "field.numeric": "4" });
  const text = await textOf(predictionForm({ name, fields: { kind: "record", fields }, filled }));
  assertEquals(unlabelled(text), []);
  assertEquals(text.includes("<city>"), false);
  assertStringIncludes(text, '<label for="field-5">&lt;city&gt;</label>');
  assertStringIncludes(text, '<option value="&quot;"></option>');
  assertStringIncludes(text, "<option selected>true</option>");
  assertStringIncludes(text, 'value="Ulm"');
  assertStringIncludes(text, 'value="4"');
  assertStringIncludes(text, "What is left blank is missing.");
});

Deno.test("predictionForm() asks for JSON where there are no fields, and keeps what was sent", async () => {
  const fields = { kind: "json", example: "{}" } as const;
  const text = await textOf(predictionForm({ name, fields }));
  assertStringIncludes(text, ">{}</textarea>");
  assertEquals(unlabelled(text), []);
  const filled = new URLSearchParams({ json: "</textarea><b>" });
  assertStringIncludes(await textOf(predictionForm({ name, fields, filled })), "&lt;/textarea&gt;&lt;b&gt;</textarea>");
});
