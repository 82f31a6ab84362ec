import { noChange } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("noChange() predicts the last target", () => {
  const baseline = noChange();
  const first = baseline.update(baseline.init(), Float32Array.of(0, 1));
  assertEquals(baseline.predict(first), [0, 1]);
  assertEquals(baseline.predict(baseline.update(first, [1, 0, 0])), [1, 0, 0]);
});

Deno.test("noChange() predicts nothing before the first target", () => {
  assertEquals(noChange().predict(noChange().init()), []);
});
