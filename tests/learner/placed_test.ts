import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { placed } from "../../lib/learner/placed.ts";

Deno.test("placed() gives what was made", () => {
  assertEquals(placed(3, () => 5), 5);
  assertEquals(placed(0, () => undefined), undefined);
  assertEquals(placed(2, (given: number) => given + 1, 5), 6);
});

Deno.test("placed() tells in a SampleError which sample it is about", () => {
  const problem = { field: "weight", rule: "be a number from 0 on", value: -1 };
  const fail = () => {
    throw new SampleError(problem);
  };
  for (const place of [0, 7]) {
    const error = assertThrows(() => placed(place, fail), SampleError);
    const text = `Cannot use samples[${place}].weight as it must be a number from 0 on: current value is -1`;
    assertEquals([error.index, error.message], [place, text]);
  }
});

Deno.test("placed() lets other errors be as they are", () => {
  const error = new RangeError("other");
  const thrown = assertThrows(() =>
    placed(1, () => {
      throw error;
    })
  );
  assertEquals(thrown === error, true);
});
