import type { Features, Vector } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import {
  decodeKey,
  decodePrediction,
  encodeIds,
  encodeKey,
  encodeLabel,
  encodePrediction,
  ID_FORMAT,
  KEY_FORMAT,
  PREDICTION_FORMAT,
} from "../../../lib/http/hosted/entries.ts";

const hash = { high: 2 ** 32 - 1, low: 5 };
const shifted = (bytes: Uint8Array) => {
  const view = new DataView(new ArrayBuffer(bytes.length + 5));
  new Uint8Array(view.buffer).set(bytes, 5);
  return { view, offset: 5 };
};

Deno.test("encodeIds() writes 8 bytes each", () => {
  const bytes = encodeIds([{ high: 1, low: 2 }, hash]);
  assertEquals([...bytes], [2, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 255, 255, 255, 255]);
  assertEquals(ID_FORMAT.size(shifted(bytes)), 8);
});

Deno.test("decodeKey() gives back what encodeKey() was given", () => {
  const summary = { version: 2 ** 40, learned: 1, duplicates: 2, refused: 3, cost: 0.1, before: 2 ** 50 };
  const entry = { key: hash, fingerprint: { high: 3, low: 4 }, summary, time: 1.8e12 };
  const bytes = encodeKey(entry);
  assertEquals([bytes.length, KEY_FORMAT.size(shifted(bytes))], [64, 64]);
  assertEquals(decodeKey(shifted(bytes)), entry);
});

const inputs: [features: Features, back: Features][] = [
  [Float32Array.of(0.1, -0), Float32Array.of(0.1, -0)],
  [[1, 0.5], Float32Array.of(1, 0.5)],
  [[], new Float32Array(0)],
  [Float64Array.of(0.5), Float32Array.of(0.5)],
  [[0.1], [0.1]],
  [Float64Array.of(0.1), [0.1]],
  [{ indices: [1], values: Float32Array.of(0.5) }, { indices: [1], values: [0.5] }],
  [{ age: 42, city: "Paris" } as unknown as Features, { age: 42, city: "Paris" } as unknown as Features],
];
for (const [features, back] of inputs) {
  Deno.test(`decodePrediction() gives back ${JSON.stringify(features)}`, () => {
    const output = Float32Array.of(0.25, 0.75) as unknown as Vector;
    const bytes = encodePrediction({ id: hash, features, output, time: 7 });
    assertEquals(PREDICTION_FORMAT.size(shifted(bytes)), bytes.length);
    assertEquals(PREDICTION_FORMAT.waits!(shifted(bytes)), true);
    assertEquals(decodePrediction(shifted(bytes)), { id: hash, features: back, output, time: 7 });
  });
}

Deno.test("decodePrediction() tells that a prediction has got its label", () => {
  const bytes = encodeLabel(hash, 7);
  assertEquals([PREDICTION_FORMAT.size(shifted(bytes)), PREDICTION_FORMAT.waits!(shifted(bytes))], [
    bytes.length,
    false,
  ]);
  assertEquals(decodePrediction(shifted(bytes)), undefined);
});
