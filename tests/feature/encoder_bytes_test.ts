import { createFeatureEncoder, encoderBytes } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { drawnRecords } from "./records.ts";

Deno.test("encoderBytes() counts arrays, and two bytes a character", () => {
  const encoder = createFeatureEncoder();
  assertEquals(encoderBytes(encoder.init()), 0);
  const state = encoder.update(encoder.init(), { n: 1, c: "ab" });
  // Two blocks of 16 bytes, five statistics of 8, and n, c, numeric, categorical, ab.
  assertEquals(encoderBytes(state), 32 + 40 + 2 * (1 + 1 + 7 + 11 + 2));
});

Deno.test("encoderBytes() stays below a bound, whatever the records hold", () => {
  const encoder = createFeatureEncoder({ maxCategories: 20, maxFields: 10, maxWidth: 150 });
  let state = encoder.init();
  for (const [i, record] of drawnRecords(400).entries()) {
    state = encoder.update(state, { ...record, id: `user ${i}`, [`field ${i}`]: i, [`tag ${i}`]: `tag ${i}` });
  }
  assert(encoder.width(state) <= 150);
  assert(encoderBytes(state) < 8000, `${encoderBytes(state)}`);
});
