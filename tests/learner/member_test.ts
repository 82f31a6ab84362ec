import { createLearner, plainBytes, type Sample, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { isAllFinite } from "../../lib/learner/is_all_finite.ts";
import { createMember, type MemberSample } from "../../lib/learner/member.ts";
import { generatedSamples } from "../helper/generated_samples.ts";
import { optimizers } from "../helper/optimizers.ts";

const softmax = { output: { activation: "softmax" }, cost: "crossEntropy" } as const;
const member = createMember({ ...softmax, hidden: [{ units: 4 }], optimizer: optimizers.adam, seed: 3 });
const size = { inputs: 3, units: 2 };
const samples: MemberSample[] = generatedSamples(30, { ...size, seed: 5 }).map(({ features, target }) => ({
  features,
  target: target === 0 ? Float32Array.of(1, 0) : Float32Array.of(0, 1),
  weight: 1,
}));
const learned = member.at(size).learn(member.at(size).init(), samples);

Deno.test("createMember(): a member of a size is the learner of that network", () => {
  const network = {
    inputs: 3,
    layers: [{ units: 4 }, { units: 2, activation: "softmax" }],
    cost: "crossEntropy",
    seed: 3,
  } as const;
  const learner = createLearner({ network, optimizer: optimizers.adam });
  const expected = learner.learnMany(learner.init(), samples as Sample[]).state;
  assertEquals(learned, expected);
  assertEquals(member.at(size).predict(learned, [1, 2, 3]), learner.predictOne(expected, [1, 2, 3]));
});

Deno.test("createMember() leaves the state before as it was, and learns nothing from no samples", () => {
  const before = member.at(size).init();
  const copy = structuredClone(before);
  member.at(size).learn(before, samples);
  assertEquals(structuredClone(before), copy);
  assertEquals(member.at(size).learn(before, []) === before, true);
});

Deno.test("createMember(): a grown network answers as before to the inputs it had", () => {
  const grown = member.grow(learned, { inputs: 5, units: 2 });
  const wide = member.at({ inputs: 5, units: 2 });
  assertEquals(grown.samples, 30);
  for (const { features } of samples) {
    const row = [...features as Float32Array];
    assertEquals(wide.predict(grown, [...row, 0, 0]), member.at(size).predict(learned, row));
  }
  const more = member.at({ inputs: 5, units: 3 });
  const taller = member.grow(grown, { inputs: 5, units: 3 });
  const [p, q] = [wide.predict(grown, [1, 2, 3, 0, 0]), more.predict(taller, [1, 2, 3, 0, 0])];
  assertEquals(Math.abs(q[0] / q[1] - p[0] / p[1]) < 1e-5, true);
  assertEquals(plainBytes(taller), plainBytes(more.init()));
  assertEquals(member.at({ inputs: 5, units: 3 }).learn(taller, []) === taller, true);
});

Deno.test("createMember() refuses steps after which a parameter would be NaN or infinite", () => {
  const wild = createMember({
    hidden: [],
    output: { activation: "identity" },
    cost: "quadratic",
    optimizer: sgd({ learningRate: 1e30 }),
    seed: 1,
  }).at({ inputs: 1, units: 1 });
  const before = wild.init();
  const bad = { features: [1e10], target: Float32Array.of(1e10), weight: 1 };
  assertEquals(wild.learn(before, [bad]) === before, true);
  assertEquals(isAllFinite(before), true);
  const good = { features: [0], target: Float32Array.of(1), weight: 1 };
  assertEquals(wild.learn(before, [good]) === before, false);
});
