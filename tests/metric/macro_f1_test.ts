import { macroF1 } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, scoreOf } from "./predictions.ts";

Deno.test("macroF1() is the mean of the F1 of each class", () => {
  const predictions = guesses([0, 0], [0, 1], [2, 2], [2, 2], [1, 2]);
  assertEquals(scoreOf(macroF1(), predictions), (2 / 3 + 0 + 4 / 5) / 3);
});

checkReference(macroF1(), "binary", "classes");
checkReference(macroF1({ multilabel: true }), "labels");

Deno.test("macroF1() leaves out classes that neither came true nor were predicted", () => {
  assertEquals(scoreOf(macroF1(), guesses([0, 0], [2, 2])), 1);
});

Deno.test("macroF1() of labels counts each label, 0 where it neither came true nor was predicted", () => {
  const predictions = [{ output: [0.9, 0.9, 0.1], target: [1, 0, 0] }];
  assertEquals(scoreOf(macroF1({ multilabel: true }), predictions), 1 / 3);
});

Deno.test("macroF1() of labels grows", () => {
  const predictions = [{ output: [0.9], target: [1] }, { output: [0.9], target: [1, 1] }];
  assertEquals(scoreOf(macroF1({ multilabel: true }), predictions), 1 / 2);
});

Deno.test("macroF1() rejects what is not a boolean", () => {
  assertThrows(
    () => macroF1({ multilabel: 1 as unknown as boolean }),
    TypeError,
    "Cannot create macroF1 as multilabel must be true or false: current value is 1",
  );
});
