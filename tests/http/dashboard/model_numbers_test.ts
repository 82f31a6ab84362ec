import { assertEquals, assertStringIncludes } from "@std/assert";
import { modelNumbers, writeScore } from "../../../lib/http/dashboard/model_numbers.ts";
import { sampleStats, sampleView, textOf } from "./views.ts";

Deno.test("modelNumbers() tells numbers beside what they are worth little without", async () => {
  const text = await textOf(modelNumbers(sampleView()));
  const numbers = [...text.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)(?:<small>(.*?)<\/small>)?<\/dd>/gs)].map((match) =>
    match.slice(1).map((part) => part?.trim())
  );
  assertEquals(numbers, [
    ["Samples learned", "40", "1 refused, 2 sent twice"],
    ["Recent accuracy", "90.0 %", "no change 50.0 %, prior 60.0 %"],
    ["Recent cost", "0.25", undefined],
    ["Samples per second", "12", "lately"],
    ["Version", "4", "1 drift, 1 rollback"],
    ["State", "2.0 KiB", undefined],
  ]);
});

Deno.test("modelNumbers() tells of late labels where predictions are remembered", async () => {
  const text = await textOf(modelNumbers(sampleView({ stats: sampleStats({ remembered: 9, pending: 6 }) })));
  assertStringIncludes(text, "3 late labels, 6 predictions without");
});

Deno.test("writeScore() writes shares as percent and errors as numbers", () => {
  const { score } = sampleView();
  assertEquals([writeScore(0.5, score), writeScore(0.5, { ...score, isShare: false })], ["50.0 %", "0.5"]);
});
