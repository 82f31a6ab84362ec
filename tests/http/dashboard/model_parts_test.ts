import { assertEquals, assertStringIncludes } from "@std/assert";
import { modelParts } from "../../../lib/http/dashboard/model_parts.ts";
import { sampleView, textOf } from "./views.ts";

Deno.test("modelParts() are the parts that change, by their ids", async () => {
  const parts = modelParts(sampleView(), true);
  assertEquals(Object.keys(parts), ["numbers", "curve", "versions", "spoken"]);
  assertStringIncludes(await textOf(parts.numbers), '<dl class="numbers">');
  assertEquals((await textOf(parts.curve)).match(/<svg xmlns=/g)!.length, 2);
  assertStringIncludes(await textOf(parts.versions), "back-to-2");
  assertEquals((await textOf(parts.spoken)).trim(), "40 samples learned, recent accuracy 90.0 %, 1 drift.");
  assertEquals((await textOf(modelParts(sampleView(), false).versions)).includes("back-to-2"), false);
});
