import { chain, clipByNorm, momentum, type Optimizer, sgd, weightDecay } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { oneNeuron, updatesOf } from "./one_neuron.ts";

const gradients: [number, number][] = [[6, 8], [1, 0], [-3, 2]];

Deno.test("chain() hands the gradients from link to link", () => {
  const optimizer = chain(clipByNorm({ maxNorm: 5 }), sgd({ learningRate: 2 }));
  assertEquals(updatesOf(optimizer, [[6, 8]]), [[-6, -8]]);
});

Deno.test("chain() keeps the order of its links", () => {
  const [decay, clip] = [weightDecay({ rate: 1 }), clipByNorm({ maxNorm: 5 })];
  const network = oneNeuron(6, 0);
  assertEquals(updatesOf(chain(decay, clip), [[0, 8]], network), [[3, 4]]);
  assertEquals(updatesOf(chain(clip, decay), [[0, 8]], network), [[6, 5]]);
});

Deno.test("chain() of one link is that link, and a chain in a chain is the longer chain", () => {
  const make = () => [weightDecay({ rate: 0.5 }), momentum({ learningRate: 0.5 }), clipByNorm({ maxNorm: 1 })] as const;
  const [a, b, c] = make();
  const network = oneNeuron(2, 1);
  assertEquals(updatesOf(chain(b), gradients, network), updatesOf(b, gradients, network));
  const flat = updatesOf(chain(a, b, c), gradients, network);
  assertEquals(updatesOf(chain(chain(a, b), c), gradients, network), flat);
  assertEquals(updatesOf(chain(a, chain(b, c)), gradients, network), flat);
});

Deno.test("chain() keeps a state for each link", () => {
  const optimizer = chain(momentum({ learningRate: 1 }), sgd({ learningRate: 1 }));
  const [first, second] = optimizer.init(oneNeuron());
  assertEquals(Object.keys(first as object).sort(), ["step", "velocity"]);
  assertEquals(second, { step: 0 });
});

Deno.test("chain() has a spec if all its links have one", () => {
  assertEquals(chain(weightDecay({ rate: 1 }), sgd({ learningRate: 2 })).spec, {
    name: "chain",
    links: [{ name: "weightDecay", rate: 1 }, { name: "sgd", learningRate: 2 }],
  });
  const nameless: Optimizer = { init: () => ({}), update: (state, each) => [each, state] };
  assertEquals("spec" in chain(nameless, sgd({ learningRate: 1 })), false);
});

Deno.test("chain() throws without links", () => {
  assertThrows(() => chain(), RangeError, "Cannot create chain as it must hold at least 1 link: current value is 0");
});

Deno.test("chain() is the stages of its links for the SIMD kernel, chains in it included", () => {
  const optimizer = chain(clipByNorm({ maxNorm: 5 }), chain(weightDecay({ rate: 1 }), momentum({ learningRate: 1 })));
  const { stages, split, join } = optimizer.program!;
  assertEquals(stages.map(({ name }) => name), ["clipByNorm", "weightDecay", "momentum"]);
  const state = optimizer.init(oneNeuron());
  assertEquals(split(state).map(({ step }) => step), [0, 0, 0]);
  assertEquals(join(split(state)), state);
  const nameless: Optimizer = { init: () => ({}), update: (each, gradients) => [gradients, each] };
  assertEquals("program" in chain(nameless, sgd({ learningRate: 1 })), false);
});
