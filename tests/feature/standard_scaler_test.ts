import { nextNormal, standardScaler } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";

const reference: { rows: number[][]; scaled: number[][] } = JSON.parse(
  Deno.readTextFileSync(new URL("../reference/features.json", import.meta.url)),
).standardScaler;

Deno.test("standardScaler() subtracts the mean and divides by the population deviation", () => {
  const scaler = standardScaler();
  const state = [[2], [4], [4], [4], [5], [5], [7], [9]].reduce(scaler.update, scaler.init());
  assertEquals([...scaler.transform(state, [9])], [2]); // mean 5, deviation 2
  assertEquals([...scaler.inverse(state, [-1])], [3]);
});

Deno.test("standardScaler() gives the same bits as River's StandardScaler, row by row", () => {
  const scaler = standardScaler();
  let state = scaler.init();
  reference.rows.forEach((row, i) => {
    state = scaler.update(state, row);
    assertSame(scaler.transform(state, row), reference.scaled[i]);
  });
});

Deno.test("standardScaler() is within 1e-12 of two passes over the numbers, far from 0 as well", () => {
  const scaler = standardScaler();
  let seed = 1;
  const numbers = Array.from({ length: 500 }, () => {
    const [value, next] = nextNormal(seed);
    seed = next;
    return 1e6 + value;
  });
  const state = numbers.map((x) => [x]).reduce(scaler.update, scaler.init());
  const mean = numbers.reduce((sum, x) => sum + x - 1e6, 0) / 500 + 1e6;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 500;
  assertClose(state.statistics, [500, mean, variance, mean, Math.sqrt(variance)], { relative: 1e-9 });
});

Deno.test("standardScaler() gives 0 for a column whose numbers were all the same", () => {
  const scaler = standardScaler();
  const state = [[3], [3], [3]].reduce(scaler.update, scaler.init());
  assertEquals([...scaler.transform(state, [100])], [0]);
});
