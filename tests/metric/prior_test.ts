import { prior } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

const baseline = prior();

Deno.test("prior() predicts the frequencies of classes, and the mean of numbers", () => {
  const classes = [[0, 1], [1, 0], [0, 1], [0, 1]];
  const state = classes.reduce((state, target) => baseline.update(state, target), baseline.init());
  assertEquals(baseline.predict(state), [0.25, 0.75]);
  const numbers = [[1], [2], [6]].reduce((state, target) => baseline.update(state, target), baseline.init());
  assertEquals(baseline.predict(numbers), [3]);
});

Deno.test("prior() counts weights, and classes that come up later", () => {
  const state = baseline.update(baseline.update(baseline.init(), [1, 0], 3), [0, 0, 1]);
  assertEquals(baseline.predict(state), [0.75, 0, 0.25]);
});

Deno.test("prior() predicts nothing before the first target, or where all weights are 0", () => {
  assertEquals(baseline.predict(baseline.init()), []);
  assertEquals(baseline.predict(baseline.update(baseline.init(), [1], 0)), []);
});
