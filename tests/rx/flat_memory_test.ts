import { createLearner, type Sample, sgd } from "@backstream/backstream";
import { fromReadableStream, learn } from "@backstream/backstream/rx";
import { assert, assertEquals } from "@std/assert";

const SAMPLES = 1_000_000;

/** How far the lowest use of the heap within a tenth of the run may be above that before it; samples held back take 160 MB. */
const BOUND = 80e6;

Deno.test("learn() takes a million samples with flat memory, and the source is never ahead by more than one", async () => {
  let made = 0;
  const source = new ReadableStream<Sample>({
    pull(controller) {
      if (made === SAMPLES) controller.close();
      else controller.enqueue({ features: [made % 2, made % 3], target: made++ % 2 });
    },
  }, { highWaterMark: 0 });
  const learner = createLearner({
    network: { inputs: 2, layers: [{ units: 1 }] },
    optimizer: sgd({ learningRate: 0.1 }),
  });

  const before = Deno.memoryUsage().heapUsed;
  let learned = 0;
  let ahead = 0;
  const lowest = Array<number>(10).fill(Infinity);
  await fromReadableStream(source).pipe(learn(learner)).forEach(({ state }) => {
    ahead = Math.max(ahead, made - learned);
    learned = state.samples;
    if (learned % 1000 !== 0) return;
    const tenth = Math.ceil(10 * learned / SAMPLES) - 1;
    lowest[tenth] = Math.min(lowest[tenth], Deno.memoryUsage().heapUsed - before);
  });

  assertEquals(learned, SAMPLES);
  assertEquals(ahead, 1);
  assert(Math.max(...lowest) < BOUND, `the heap has grown by ${lowest} bytes`);
});
