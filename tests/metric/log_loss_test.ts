import { logLoss } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { checkReference } from "./check_reference.ts";
import { pairs, scoreOf } from "./predictions.ts";

Deno.test("logLoss() is minus the logarithm of what came true", () => {
  assertClose([scoreOf(logLoss(), pairs([0.9, 1], [0.5, 0]))], [-(Math.log(0.9) + Math.log(0.5)) / 2], {
    relative: 1e-15,
  });
  const predictions = [{ output: [0.2, 0.7, 0.1], target: [0, 1, 0] }];
  assertClose([scoreOf(logLoss(), predictions)], [-Math.log(0.7)], { relative: 1e-15 });
});

checkReference(logLoss(), "binary", "classes");

Deno.test("logLoss() takes targets between the classes", () => {
  const expected = -(0.25 * Math.log(0.4) + 0.75 * Math.log(0.6));
  assertClose([scoreOf(logLoss(), pairs([0.4, 0.25]))], [expected], { relative: 1e-15 });
  assertClose([scoreOf(logLoss(), [{ output: [0.4, 0.6], target: [0.25, 0.75] }])], [expected], { relative: 1e-15 });
});

Deno.test("logLoss() costs 34.5 at most: outputs of 0 and 1, outputs that are missing", () => {
  const most = -Math.log(1e-15);
  for (
    const prediction of [...pairs([0, 1], [-3, 1]), { output: [1, 0], target: [0, 1] }, { output: [1], target: [0, 1] }]
  ) {
    assertClose([scoreOf(logLoss(), [prediction])], [most], { relative: 1e-14 });
  }
  assertClose([scoreOf(logLoss(), pairs([1, 0], [2, 0]))], [-Math.log(1 - (1 - 1e-15))], { relative: 1e-14 });
  assertClose([scoreOf(logLoss(), pairs([1, 1], [0, 0]))], [1e-15], { relative: 0.2 });
});

Deno.test("logLoss() keeps NaN", () => assertEquals(scoreOf(logLoss(), pairs([NaN, 1])), NaN));
