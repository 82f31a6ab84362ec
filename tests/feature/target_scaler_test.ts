import { standardScaler, targetScaler } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("targetScaler() standardizes targets and turns outputs back, an output each", () => {
  const scaler = targetScaler();
  const state = [[100, 1], [300, 3]].reduce(scaler.update, scaler.init());
  assertEquals([...scaler.transform(state, [400, 2])], [2, 0]);
  assertEquals([...scaler.inverse(state, [2, 0])], [400, 2]);
});

Deno.test("targetScaler() answers the only target there was, whatever the output is", () => {
  const scaler = targetScaler();
  const state = scaler.update(scaler.init(), [7]);
  assertEquals([...scaler.transform(state, [9])], [0]);
  assertEquals([...scaler.inverse(state, [123])], [7]);
});

Deno.test("targetScaler() remembers what standardScaler() does", () => {
  const [a, b] = [targetScaler(), standardScaler()];
  assertEquals(a.update(a.init(), [1, 2]), b.update(b.init(), [1, 2]));
  assertEquals(a.spec, { name: "targetScaler" });
});
