import { assertEquals } from "@std/assert";
import { soundAnswer } from "../../lib/learner/sound_answer.ts";

Deno.test("soundAnswer() is the answer itself if nothing is wrong with it", () => {
  for (const answer of [Float32Array.of(-20, 0, 20), Float32Array.of(0.25, 0.75), new Float32Array(0)]) {
    assertEquals(soundAnswer("regression", answer) === answer, true);
  }
});

Deno.test("soundAnswer() holds numbers between -20 and 20", () => {
  const answer = Float32Array.of(1e30, -Infinity, 3, Infinity);
  assertEquals([...soundAnswer("regression", answer)], [20, -20, 3, 20]);
  assertEquals([...answer], [...Float32Array.of(1e30), -Infinity, 3, Infinity]);
});

Deno.test("soundAnswer() says nothing where the networks say NaN", () => {
  const nothing = Float32Array.of(NaN, NaN, NaN, NaN);
  assertEquals([...soundAnswer("regression", nothing)], [0, 0, 0, 0]);
  assertEquals([...soundAnswer("classification", nothing)], [0.25, 0.25, 0.25, 0.25]);
  assertEquals([...soundAnswer("multilabel", nothing)], [0.5, 0.5, 0.5, 0.5]);
});
