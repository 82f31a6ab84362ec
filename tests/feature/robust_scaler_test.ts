import { nextNormal, robustScaler } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";

Deno.test("robustScaler() subtracts the median and divides by the distance of the quartiles", () => {
  const scaler = robustScaler();
  const state = [[1], [2], [3], [4], [5]].reduce(scaler.update, scaler.init());
  assertEquals([...scaler.transform(state, [7])], [2]); // quartiles 2, 3, 4
  assertEquals([...scaler.inverse(state, [-1])], [1]);
});

Deno.test("robustScaler() is moved by less than 0.15 when each twentieth number is a million", () => {
  const scaler = robustScaler();
  let [clean, dirty, seed] = [scaler.init(), scaler.init(), 5];
  for (let i = 0; i < 2000; i++) {
    const [value, next] = nextNormal(seed);
    seed = next;
    clean = scaler.update(clean, [value]);
    dirty = scaler.update(dirty, [i % 20 === 0 ? 1e6 : value]);
  }
  for (const x of [-1, 0, 1]) {
    const [a, b] = [clean, dirty].map((state) => scaler.transform(state, [x])[0]);
    assert(Math.abs(a - b) < 0.15, `${a} and ${b}`);
    assert(Math.abs(a - x / 1.349) < 0.1, `${a}`); // the quartiles of the normal distribution lie 1.349 apart
  }
});

Deno.test("robustScaler() gives 0 for a column whose quartiles are the same", () => {
  const scaler = robustScaler();
  const state = [[0], [0], [0], [0], [8]].reduce(scaler.update, scaler.init());
  assertEquals([...scaler.transform(state, [8])], [0]);
});
