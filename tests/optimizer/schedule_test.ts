import {
  constant,
  cosine,
  inverseRoot,
  inverseTime,
  learningRateAt,
  type Schedule,
  stepDecay,
  warmUp,
} from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";

const at = (schedule: Schedule, steps: number[]) => steps.map((step) => learningRateAt(schedule, step));

Deno.test("constant() stays", () => {
  assertEquals(at(constant(0.5), [0, 1, 1e9]), [0.5, 0.5, 0.5]);
});

Deno.test("inverseRoot() is rate / sqrt(1 + decay t)", () => {
  assertEquals(at(inverseRoot({ rate: 1, decay: 0.5 }), [0, 6, 16]), [1, 0.5, 1 / 3]);
  assertThrows(
    () => inverseRoot({ rate: 1, decay: NaN }),
    RangeError,
    "Cannot create inverseRoot schedule as decay must be",
  );
});

Deno.test("inverseTime() is rate / (1 + decay t)", () => {
  assertEquals(at(inverseTime({ rate: 1, decay: 0.5 }), [0, 2, 6]), [1, 0.5, 0.25]);
});

Deno.test("stepDecay() is multiplied by the factor after each so many steps", () => {
  assertEquals(at(stepDecay({ rate: 1, factor: 0.5, every: 10 }), [0, 9, 10, 29, 30]), [1, 1, 0.5, 0.25, 0.125]);
});

Deno.test("cosine() falls from the rate to the floor and stays there", () => {
  assertEquals(at(cosine({ rate: 1, steps: 100, floor: 0.5 }), [0, 50, 100, 1000]), [1, 0.75, 0.5, 0.5]);
});

Deno.test("warmUp() rises over its steps and goes on as the schedule behind it", () => {
  assertEquals(at(warmUp({ steps: 4, then: constant(1) }), [0, 1, 3, 4, 100]), [0.25, 0.5, 1, 1, 1]);
});

Deno.test("schedules are plain data", () => {
  const schedule = warmUp({ steps: 4, then: cosine({ rate: 1, steps: 100 }) });
  assertEquals(JSON.parse(JSON.stringify(schedule)), schedule);
  assertEquals(structuredClone(schedule), schedule);
});

Deno.test("schedules throw for numbers out of range", () => {
  assertThrows(() => constant(0), RangeError, "Cannot create constant schedule as rate must be a number above 0");
  assertThrows(
    () => inverseTime({ rate: 1, decay: -1 }),
    RangeError,
    "Cannot create inverseTime schedule as decay must be",
  );
  assertThrows(
    () => stepDecay({ rate: 1, factor: 0.5, every: 1.5 }),
    RangeError,
    "Cannot create stepDecay schedule as every",
  );
  assertThrows(
    () => stepDecay({ rate: 1, factor: 0, every: 1 }),
    RangeError,
    "Cannot create stepDecay schedule as factor",
  );
  assertThrows(() => cosine({ rate: 1, steps: 0 }), RangeError, "Cannot create cosine schedule as steps must be");
  assertThrows(
    () => warmUp({ steps: 0, then: constant(1) }),
    RangeError,
    "Cannot create warmUp schedule as steps must be",
  );
});
