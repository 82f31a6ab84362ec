import { createNetwork, predict } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { simdModule } from "../../lib/kernel/mod.ts";
import type { Engine } from "../../lib/learner/engine.ts";
import { createReferenceEngine } from "../../lib/learner/reference_engine.ts";
import type { LearnerState } from "../../lib/learner/learner.ts";
import type { ReadSample } from "../../lib/learner/read_samples.ts";
import { createSimdEngine } from "../../lib/learner/simd_engine.ts";
import { testEngine } from "../conformance/engine_suite.ts";
import { assertSame } from "../helper/assert_same.ts";
import { generatedSamples } from "../helper/generated_samples.ts";
import { optimizers } from "../helper/optimizers.ts";

testEngine("createSimdEngine()", (network, optimizer) => {
  return createSimdEngine({ module: simdModule()!, network, program: optimizer.program! });
});

const network = createNetwork({
  inputs: 7,
  layers: [{ units: 6, activation: "relu" }, { units: 3, activation: "softmax" }],
  cost: "crossEntropy",
  seed: 3,
});
const samples = generatedSamples(40, { inputs: 7, units: 3, seed: 4 }).map(({ features, target }, i): ReadSample => ({
  input: features as Float32Array,
  target: Float32Array.from({ length: 3 }, (_, j) => j === target ? 1 : 0),
  weight: i % 5 === 4 ? 0.5 : 1,
}));

const asRead = (sample: ReadSample): ReadSample => sample;

for (const [name, optimizer] of Object.entries(optimizers)) {
  Deno.test(`createSimdEngine() gives the bytes of the reference with ${name}`, () => {
    const start = { network, optimizer: optimizer.init(network), samples: 0 };
    const run = (engine: Engine) => {
      const one = samples.slice(0, 10).reduce((state, sample) => engine.learnOne(state, sample).state, start);
      const many = engine.learnMany(one, samples.slice(10, 30), asRead);
      const batch = engine.learnBatch(many.state, samples.slice(30));
      const outputs = engine.predictMany(batch.state, samples.map(({ input }) => input));
      return { one, many, batch, outputs };
    };
    const simd = run(createSimdEngine({ module: simdModule()!, network, program: optimizer.program! }));
    const reference = run(createReferenceEngine(optimizer, 3));
    assertSame(simd.batch.state.network.parameters, reference.batch.state.network.parameters);
    assertSame(simd.outputs, reference.outputs);
    assertEquals(simd, reference);
  });
}

Deno.test("createSimdEngine() tells the state that it holds from others", () => {
  const optimizer = optimizers.sgd;
  const engine = createSimdEngine({ module: simdModule()!, network, program: optimizer.program! });
  const start = { network, optimizer: optimizer.init(network), samples: 0 };
  const first = engine.learnOne(start, samples[0]).state;
  assertEquals([engine.holds(start), engine.holds(first), engine.holds({ ...first })], [false, true, false]);
  const second = engine.learnOne(first, samples[1]).state;
  assertEquals([engine.holds(first), engine.holds(second)], [false, true]);
  assertSame(engine.predictOne(second, samples[0].input), predict(second.network, samples[0].input));
});

Deno.test("createSimdEngine() predicts by one state while it learns on from another", () => {
  const optimizer = optimizers.adam;
  const engine = createSimdEngine({ module: simdModule()!, network, program: optimizer.program! });
  let state: LearnerState = { network, optimizer: optimizer.init(network), samples: 0 };
  const states = [state];
  for (const [i, sample] of samples.entries()) {
    state = engine.learnOne(state, sample).state;
    states.push(state);
    const older = states[i >> 1];
    assertSame(engine.predictOne(older, sample.input), predict(older.network, sample.input as Float32Array));
    assertEquals(engine.holds(state), true);
  }
  const expected = createReferenceEngine(optimizer, 3).learnMany(states[0], samples, asRead).state;
  assertSame(state.network.parameters, expected.network.parameters);
});
