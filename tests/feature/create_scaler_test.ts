import {
  minMaxScaler,
  nextNormal,
  robustScaler,
  SampleError,
  standardScaler,
  targetScaler,
} from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { createScaler } from "../../lib/feature/create_scaler.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertForm } from "../metric/assert_form.ts";

const scalers = [standardScaler(), minMaxScaler(), robustScaler(), targetScaler(), createScaler("none", "none")];

let seed = 3;
const rows = Array.from({ length: 60 }, () =>
  [1, 100, -1e-3].map((size) => {
    const [value, next] = nextNormal(seed);
    seed = next;
    return size * (value + 2);
  }));

for (const scaler of scalers) {
  const { name } = scaler.spec;

  Deno.test(`${name}: inverse() undoes transform() within 1e-12`, () => {
    const state = rows.reduce(scaler.update, scaler.init());
    for (const row of rows) assertClose(scaler.inverse(state, scaler.transform(state, row)), row, { relative: 1e-12 });
  });

  Deno.test(`${name}: the state is plain data of its form, and the same however a stream is cut`, () => {
    const whole = rows.reduce(scaler.update, scaler.init());
    const half = structuredClone(rows.slice(0, 17).reduce(scaler.update, scaler.init()));
    assertEquals(rows.slice(17).reduce(scaler.update, half), whole);
    assertForm(scaler.init(), scaler.form);
    assertForm(whole, scaler.form);
  });

  Deno.test(`${name}: columns are learned one by one, and update() changes nothing`, () => {
    const whole = rows.reduce(scaler.update, scaler.init());
    for (const k of [0, 1, 2]) {
      const state = rows.map((row) => [row[k]]).reduce(scaler.update, scaler.init());
      assertEquals(scaler.transform(state, [5])[0], scaler.transform(whole, [5, 5, 5])[k]);
    }
    const copy = structuredClone(whole);
    scaler.update(whole, [1, 2, 3]);
    assertEquals(whole, copy);
  });

  Deno.test(`${name}: NaN is missing, a shorter row lacks its last columns, a longer one adds some`, () => {
    const state = [[1, 2], [3, 6]].reduce(scaler.update, scaler.init());
    assertEquals(scaler.update(state, [NaN, NaN]), state);
    assertEquals(scaler.update(state, []), state);
    assertEquals(scaler.update(state, [7]), scaler.update(state, [7, NaN]));
    const longer = scaler.update(state, [NaN, NaN, 4]);
    assertEquals(scaler.transform(longer, [1, 2]), scaler.transform(state, [1, 2]));
    assertEquals([...scaler.transform(longer, [NaN, 1]).subarray(0, 1)], [NaN]);
  });

  Deno.test(`${name}: update() throws if a number is infinite or no number`, () => {
    for (const [value, shown] of [[Infinity, "Infinity"], ["1", '"1"'], [null, "null"]] as [number, string][]) {
      const error = assertThrows(() => scaler.update(scaler.init(), [0, value]), SampleError);
      const rule = "be a finite number, or NaN where it is missing";
      assertEquals(error.message, `Cannot use row[1] as it must ${rule}: current value is ${shown}`);
    }
  });
}

Deno.test("createScaler() scales to 0, and back to 0, what it knows nothing of", () => {
  for (const scaler of scalers.slice(0, 4)) {
    assertEquals([...scaler.transform(scaler.init(), [5, NaN])], [0, NaN]);
    assertEquals([...scaler.inverse(scaler.init(), [5])], [0]);
  }
});
