/** What every engine of a learner must do, so that it does not show which one is at work. */
import { type Network, type Optimizer, predict, sgd } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import type { Engine } from "../../lib/learner/engine.ts";
import type { LearnerState } from "../../lib/learner/learner.ts";
import type { ReadSample } from "../../lib/learner/read_samples.ts";
import { assertSame } from "../helper/assert_same.ts";
import { networkOf } from "../helper/network_of.ts";

/** a = 2 x + 1, under the quadratic cost. */
const line = networkOf({
  inputs: 1,
  cost: "quadratic",
  layers: [{ activation: "identity", units: 1, weights: [2], biases: [1] }],
});
const optimizer = sgd({ learningRate: 0.125 });
const start: LearnerState = { network: line, optimizer: optimizer.init(line), samples: 0 };
const samples = [sampleOf(3, 5), sampleOf(-2, 0)];

function sampleOf(x: number, y: number, weight = 1): ReadSample {
  return { input: Float32Array.of(x), target: Float32Array.of(y), weight };
}

const asRead = (sample: ReadSample): ReadSample => sample;

function parametersOf({ network }: LearnerState): number[] {
  return [...network.parameters];
}

/**
 * Runs the suite.
 *
 * @param name What the tests call the engine.
 * @param open Makes an engine.
 */
export function testEngine(name: string, open: (network: Network, optimizer: Optimizer) => Engine): void {
  const engine = open(line, optimizer);

  Deno.test(`${name}: learnOne() predicts, scores and takes a step`, () => {
    const { state, output, cost } = engine.learnOne(start, samples[0]);
    assertEquals([[...output], cost, state.samples], [[7], 2, 1]);
    assertEquals([parametersOf(state), state.optimizer], [[1.25, 0.75], { step: 1 }] as unknown);
  });

  Deno.test(`${name}: a weight multiplies the gradient`, () => {
    const { state } = engine.learnOne(start, sampleOf(3, 5, 2));
    assertEquals(parametersOf(state), [0.5, 0.5]);
  });

  Deno.test(`${name}: learnMany() is learnOne() after learnOne()`, () => {
    const { state, outputs, costs } = engine.learnMany(start, samples, asRead);
    assertEquals([[...outputs], [...costs], state.samples], [[7, -1.75], [2, 1.53125], 2]);
    assertEquals(parametersOf(state), [0.8125, 0.96875]);
  });

  Deno.test(`${name}: learnBatch() takes one step along the mean gradient`, () => {
    const { state, outputs, costs } = engine.learnBatch(start, samples);
    assertEquals([[...outputs], [...costs], state.samples], [[7, -3], [2, 4.5], 2]);
    assertEquals([parametersOf(state), state.optimizer], [[1.25, 1.0625], { step: 1 }] as unknown);
  });

  Deno.test(`${name}: nothing is learned from no samples`, () => {
    assertEquals(engine.learnMany(start, [], asRead).state === start, true);
    assertEquals(engine.learnBatch(start, []).state === start, true);
    assertEquals(engine.predictMany(start, []).length, 0);
  });

  Deno.test(`${name}: predictOne() and predictMany() give the outputs of the state`, () => {
    const { state } = engine.learnOne(start, samples[0]);
    assertEquals([...engine.predictOne(state, Float32Array.of(2))], [3.25]);
    assertEquals([...engine.predictMany(start, [Float32Array.of(2), Float32Array.of(-1)])], [5, -1]);
    assertEquals([...engine.predictOne(state, Float32Array.of(2))], [3.25]);
  });

  Deno.test(`${name}: every state can be read later, and gone on from, in any order`, () => {
    const states = [start];
    for (let i = 0; i < 600; i++) {
      states.push(engine.learnOne(states[i], sampleOf(Math.sin(i), Math.cos(i), 1 + i % 2)).state);
    }
    const parameters = states.map(parametersOf);
    for (const i of [599, 3, 256, 257, 0, 300]) {
      const again = engine.learnOne(states[i], sampleOf(Math.sin(i), Math.cos(i), 1 + i % 2));
      assertSame([...again.output], predict(states[i].network, [Math.sin(i)]));
      assertSame(parametersOf(again.state), parameters[i + 1]);
      assertSame(parametersOf(states[i]), parameters[i]);
    }
    assertSame(
      parametersOf(engine.learnOne(structuredClone(states[5]), sampleOf(Math.sin(5), Math.cos(5), 2)).state),
      parameters[6],
    );
  });

  Deno.test(`${name}: a state that nobody has read yet can still be read after others were learned and predicted`, () => {
    const first = engine.learnOne(start, samples[0]).state;
    const second = engine.learnOne(first, samples[1]).state;
    engine.learnMany(second, samples, asRead);
    engine.learnBatch(start, samples);
    engine.predictOne(start, Float32Array.of(1));
    assertEquals([first, second].map(parametersOf), [[1.25, 0.75], [0.8125, 0.96875]]);
  });

  Deno.test(`${name}: samples may use the engine while they are made`, () => {
    const seen: number[] = [];
    const using = function* () {
      const other = engine.learnOne(start, samples[1]).state;
      for (const sample of samples) {
        seen.push(...engine.predictOne(other, Float32Array.of(1)));
        seen.push(engine.learnMany(other, samples, asRead).costs.length);
        yield sample;
      }
    };
    assertEquals(parametersOf(engine.learnMany(start, using(), asRead).state), [0.8125, 0.96875]);
    assertEquals(parametersOf(engine.learnBatch(start, using()).state), [1.25, 1.0625]);
    const alone = [...engine.predictOne(engine.learnOne(start, samples[1]).state, Float32Array.of(1)), 2];
    assertEquals(seen, [...alone, ...alone, ...alone, ...alone]);
  });

  Deno.test(`${name}: open() learns on from its last step and predicts by it, whatever else is done meanwhile`, () => {
    const cursor = engine.open(start);
    assertEquals([...cursor.predictOne(Float32Array.of(2))], [5]);
    const { output, cost, state } = cursor.learnOne(samples[0]);
    assertEquals([[...output], cost], [[7], 2]);
    assertEquals([...cursor.predictOne(Float32Array.of(2))], [3.25]);
    engine.learnMany(start, samples, asRead);
    assertEquals([...cursor.predictOne(Float32Array.of(2))], [3.25]);
    assertEquals(parametersOf(cursor.learnOne(samples[1]).state()), [0.8125, 0.96875]);
    assertEquals(parametersOf(state()), [1.25, 0.75]);
  });

  Deno.test(`${name}: a cursor tells when a parameter is not finite any more`, () => {
    const cursor = engine.open(start);
    assertEquals(cursor.isFinite(), true);
    cursor.learnOne(samples[0]);
    assertEquals(cursor.isFinite(), true);
    cursor.learnOne(sampleOf(3e38, -3e38));
    assertEquals(cursor.isFinite(), false);
  });

  Deno.test(`${name}: what the samples throw is thrown on, and nothing is learned`, () => {
    const failing = function* () {
      yield* samples;
      throw new Error("no more");
    };
    const learnMany = (state: LearnerState, given: Iterable<ReadSample>) => engine.learnMany(state, given, asRead);
    for (const learn of [learnMany, engine.learnBatch]) {
      const { state } = engine.learnOne(start, samples[0]);
      assertThrows(() => learn(state, failing()), Error, "no more");
      assertEquals(parametersOf(state), [1.25, 0.75]);
      assertEquals(parametersOf(engine.learnOne(state, samples[1]).state), [0.8125, 0.96875]);
    }
  });
}
