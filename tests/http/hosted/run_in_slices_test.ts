import { assertEquals, assertRejects } from "@std/assert";
import { runInSlices } from "../../../lib/http/hosted/run_in_slices.ts";

function* count(steps: number, onStep: () => void): Generator<void, number> {
  for (let i = 0; i < steps; i++) {
    onStep();
    yield;
  }
  return steps;
}

Deno.test("runInSlices() lets others have a turn every 8 milliseconds", async () => {
  const { now } = performance;
  let [time, turns] = [0, 0];
  performance.now = () => time;
  const timer = setInterval(() => turns++, 0);
  try {
    const turn = { began: 0 };
    assertEquals(await runInSlices(count(5, () => time += 1), turn), 5);
    assertEquals(turn.began, 0); // no time for others was needed
    assertEquals(await runInSlices(count(5, () => time += 1), turn), 5);
    assertEquals(turn.began, 8);
  } finally {
    performance.now = now;
    clearInterval(timer);
  }
});

Deno.test("runInSlices() throws what the steps throw", async () => {
  const broken = count(3, () => {
    throw new Error("broken");
  });
  await assertRejects(() => runInSlices(broken, { began: performance.now() }), Error, "broken");
});
