import { iterProgressiveValScore, mae, progressiveValScore, type Sample } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { lineLearner, lineSamples } from "../rx/line_learner.ts";

function counts(samples: Iterable<Sample>, options = {}): number[] {
  return Array.from(iterProgressiveValScore(lineLearner, samples, options), ({ samples }) => samples);
}

Deno.test("iterProgressiveValScore() gives a checkpoint after each `every` samples, and at the end", () => {
  assertEquals(counts(lineSamples(95), { every: 30 }), [30, 60, 90, 95]);
  assertEquals(counts(lineSamples(60), { every: 30 }), [30, 60]);
  assertEquals(counts(lineSamples(2500)), [1000, 2000, 2500]);
  assertEquals(counts([]), []);
});

Deno.test("iterProgressiveValScore() gives all checkpoints of samples that are learned at the end of the stream", () => {
  assertEquals(counts(lineSamples(25), { every: 10, delay: Infinity }), [10, 20, 25]);
});

Deno.test("iterProgressiveValScore() gives what progressiveValScore() gives for as much of the stream", () => {
  const options = { metrics: [mae()], every: 20 };
  for (const checkpoint of iterProgressiveValScore(lineLearner, lineSamples(70), options)) {
    assertEquals(checkpoint, progressiveValScore(lineLearner, lineSamples(checkpoint.samples), options));
  }
  const last = [...iterProgressiveValScore(lineLearner, lineSamples(70), { ...options, delay: 9 })].at(-1);
  assertEquals(last, progressiveValScore(lineLearner, lineSamples(70), { ...options, delay: 9 }));
});

Deno.test("iterProgressiveValScore() reads the stream only as checkpoints are asked for, and closes it", () => {
  const log: string[] = [];
  function* stream() {
    try {
      for (const sample of lineSamples(100)) {
        log.push("read");
        yield sample;
      }
    } finally {
      log.push("closed");
    }
  }
  for (const _ of iterProgressiveValScore(lineLearner, stream(), { every: 3 })) break;
  assertEquals(log, ["read", "read", "read", "closed"]);
});

Deno.test("iterProgressiveValScore() rejects what is not a whole number above 0", () => {
  for (const every of [0, 1.5, NaN]) {
    assertThrows(
      () => iterProgressiveValScore(lineLearner, [], { every }),
      RangeError,
      `Cannot validate progressively as every must be a whole number above 0: current value is ${every}`,
    );
  }
});
