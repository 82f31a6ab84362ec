import { SampleError } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { describeOutcome } from "../../lib/http/describe_outcome.ts";

const form = { task: "regression", labels: [], probabilities: false };

Deno.test("describeOutcome() tells what has become of a sample", () => {
  const output = Float32Array.of(0.5);
  assertEquals(describeOutcome({ status: "learned", output, cost: 2 }, form), {
    status: "learned",
    output: [0.5],
    cost: 2,
  });
  assertEquals(describeOutcome({ status: "duplicate" }, form), { status: "duplicate" });
  assertEquals(describeOutcome({ status: "unknown" }, form), { status: "unknown" });
  assertEquals(describeOutcome(undefined, form), { status: "replayed" });
});

Deno.test("describeOutcome() tells which field cannot be used and why, but not what it holds", () => {
  const error = new SampleError({ field: "features.pin", rule: "be a finite number", value: "1234", index: 3 });
  assertEquals(describeOutcome({ status: "refused", error }, form), {
    status: "refused",
    field: "features.pin",
    rule: "be a finite number",
  });
});
