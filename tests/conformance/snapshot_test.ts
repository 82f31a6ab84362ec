/** What snapshots of every kind of learner must keep. */
import {
  createTableLearner,
  decodeLearner,
  encodeLearner,
  type Learner,
  type LearnerState,
  type Sample,
} from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";
import { kinds } from "../helper/kinds_of_learners.ts";
import { float32s, readSafetensors } from "../helper/safetensors.ts";

/** The bytes of the state after the samples, where each piece of 97 is learned by a learner that was just decoded. */
function interrupted(learner: Learner, samples: readonly Sample[]): Uint8Array {
  let bytes = encodeLearner(learner, learner.init());
  for (let i = 0; i < samples.length; i += 97) {
    const { learner, state } = decodeLearner(bytes);
    bytes = encodeLearner(learner, learner.learnMany(state, samples.slice(i, i + 97)).state);
  }
  return bytes;
}

/** Whether all that a state holds is as it would be if it had been decoded: the same network at the same places. */
function assertSameState(actual: LearnerState, expected: LearnerState): void {
  assertEquals(structuredClone(actual), structuredClone(expected)); // without getters
  assertSame(Array.from(actual.network.parameters), Array.from(expected.network.parameters));
}

for (const { name, learner, samples: samplesOf } of kinds) {
  const samples = samplesOf(320);

  Deno.test(`${name}: a decoded state is the one that was encoded, and goes on as it`, () => {
    const { state: last } = learner.learnMany(learner.init(), samples);
    const bytes = encodeLearner(learner, last);
    for (const stop of [0, 1, 20, 95, 150, 200, 320]) {
      const { state: before } = learner.learnMany(learner.init(), samples.slice(0, stop));
      const resumed = decodeLearner(encodeLearner(learner, before));
      assertEquals(resumed.learner.description, learner.description);
      assertSameState(resumed.state, before);
      const { state: after } = resumed.learner.learnMany(resumed.state, samples.slice(stop));
      assertSameState(after, last);
      assertEquals(encodeLearner(resumed.learner, after), bytes);
    }
  });

  Deno.test(`${name}: the parameters of the network are named as a torch.nn.Sequential loads them`, () => {
    const { state } = learner.learnMany(learner.init(), samples);
    const { tensors, metadata } = readSafetensors(encodeLearner(learner, state));
    assertEquals(metadata.format, "pt");
    assertEquals(JSON.parse(metadata.backstream).version, learner.description.maker === undefined ? 1 : 2);
    state.network.layers.forEach(({ inputs, units, weights, biases }, l) => {
      const [weight, bias] = [tensors[`${2 * l}.weight`], tensors[`${2 * l}.bias`]];
      assertEquals([weight.dtype, weight.shape, bias.dtype, bias.shape], ["F32", [units, inputs], "F32", [units]]);
      assertSame(float32s(weight.bytes), weights);
      assertSame(float32s(bias.bytes), biases);
    });
  });
}

const long = kinds.filter(({ name }) => !/regression|multilabel|of a table/.test(name));
for (const { name, learner, samples: samplesOf } of long) {
  Deno.test(`${name}: stopping at every 97th of 5,000 samples is as never having stopped`, () => {
    const samples = samplesOf(5000);
    const { state } = learner.learnMany(learner.init(), samples);
    assertEquals(interrupted(learner, samples), encodeLearner(learner, state));
  });
}

for (const task of ["classification", "regression"] as const) {
  Deno.test(`the default learner for ${task}: stopping at every 97th of 582 samples is as never having stopped`, () => {
    const learner = createTableLearner({ task });
    const samples = kinds.find(({ name }) => name === `createTableLearner for ${task}`)!.samples(582);
    const { state } = learner.learnMany(learner.init(), samples);
    assertEquals(interrupted(learner, samples), encodeLearner(learner, state));
  });
}

Deno.test("a snapshot of a learner of many parts names few tensors, whatever it keeps", () => {
  const { learner, samples } = kinds.find(({ name }) => name === "createTableLearner for classification")!;
  const sizes = [100, 320].map((count) => {
    const { state } = learner.learnMany(learner.init(), samples(count));
    const { tensors } = readSafetensors(encodeLearner(learner, state));
    return Object.keys(tensors).length;
  });
  assert(Math.max(...sizes) < 40, `${sizes} tensors`);
});
