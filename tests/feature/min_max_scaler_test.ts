import { minMaxScaler } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("minMaxScaler() brings the numbers between 0 and 1, and later ones beyond", () => {
  const scaler = minMaxScaler();
  const state = [[2, -1], [6, -1], [4, -3]].reduce(scaler.update, scaler.init());
  assertEquals([...scaler.transform(state, [2, -3])], [0, 0]);
  assertEquals([...scaler.transform(state, [6, -1])], [1, 1]);
  assertEquals([...scaler.transform(state, [0, 1])], [-0.5, 2]);
  assertEquals([...scaler.inverse(state, [0.5, 0.5])], [4, -2]);
});

Deno.test("minMaxScaler() knows numbers below and above 0 from those that were there", () => {
  const scaler = minMaxScaler();
  assertEquals([...scaler.transform([[5], [7]].reduce(scaler.update, scaler.init()), [5])], [0]);
  assertEquals([...scaler.transform([[-5], [-7]].reduce(scaler.update, scaler.init()), [-5])], [1]);
});

Deno.test("minMaxScaler() gives 0 for a column whose numbers were all the same", () => {
  const scaler = minMaxScaler();
  assertEquals([...scaler.transform(scaler.update(scaler.init(), [3]), [9])], [0]);
});
