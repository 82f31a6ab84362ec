import {
  type ActivationName,
  activations,
  applyUpdates,
  backprop,
  biasGradient,
  type CostName,
  costs,
  createNetwork,
  forward,
  hadamard,
  hiddenDelta,
  type Network,
  numericalGradient,
  outputDelta,
  predict,
  SampleError,
  weightGradient,
  withParameters,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { backprop64 } from "../helper/backprop64.ts";
import { smoothNetwork } from "../helper/smooth_network.ts";
import { networkOf } from "../helper/network_of.ts";
import reference from "../reference/small_network.json" with { type: "json" };

/**
 * Two inputs, two hidden neurons, one output, all sigmoid. For x = (2, 1) every weighted input is 0, so that every
 * activation is 1/2 and every sigma' 1/4:
 * z^1 = (1 2 - 2 1 + 0, 3 2 - 6 1 + 0) = (0, 0), z^2 = 4/2 - 8/2 + 2 = 0.
 */
const byHand = networkOf({
  inputs: 2,
  cost: "quadratic",
  layers: [
    { activation: "sigmoid", units: 2, weights: [1, -2, 3, -6], biases: [0, 0] },
    { activation: "sigmoid", units: 1, weights: [4, -8], biases: [2] },
  ],
});

Deno.test("hadamard() multiplies element by element", () => {
  assertEquals([...hadamard(Float32Array.of(1, 2, -3), Float32Array.of(4, 5, 6))], [4, 10, -18]);
  assertEquals([...hadamard(Float32Array.of(NaN, 0), Float32Array.of(1, Infinity))], [NaN, NaN]);
  assertEquals([...hadamard(new Float32Array(0), new Float32Array(0))], []);
});

Deno.test("hadamard() throws if the lengths differ", () => {
  assertThrows(
    () => hadamard(new Float32Array(2), new Float32Array(3)),
    RangeError,
    "Cannot multiply vectors as their lengths differ: current value is 2 and 3",
  );
});

Deno.test("outputDelta() is BP1: (a - y) sigma' = (1/2 - 0) 1/4", () => {
  assertEquals([...outputDelta(byHand, forward(byHand, [2, 1]), [0])], [0.125]);
});

Deno.test("outputDelta() under crossEntropy is a - y, rounded to float32 once", () => {
  const network: Network = { ...byHand, cost: "crossEntropy" };
  assertEquals([...outputDelta(network, forward(network, [2, 1]), [0.1])], [Math.fround(0.5 - Math.fround(0.1))]);
});

Deno.test("outputDelta() throws if the target has the wrong length or a number that is not finite", () => {
  const pass = forward(byHand, [2, 1]);
  assertThrows(
    () => outputDelta(byHand, pass, [0, 1]),
    SampleError,
    "Cannot use target as it must hold 1 numbers: current value is an array of length 2",
  );
  assertThrows(
    () => outputDelta(byHand, pass, [NaN]),
    SampleError,
    "Cannot use target[0] as it must be a finite number",
  );
});

Deno.test("hiddenDelta() is BP2: (4 d, -8 d) o (1/4, 1/4) for d = 1/8", () => {
  const pass = forward(byHand, [2, 1]);
  assertEquals([...hiddenDelta(byHand, pass, 0, Float32Array.of(0.125))], [0.125, -0.25]);
});

Deno.test("hiddenDelta() goes through a hidden softmax with its whole Jacobian", () => {
  const network = networkOf({
    inputs: 1,
    cost: "quadratic",
    layers: [
      { activation: "softmax", units: 2, weights: [0, 0], biases: [0, 0] },
      { activation: "identity", units: 1, weights: [3, 1], biases: [0] },
    ],
  });
  // a = (1/2, 1/2), dC/da = (3, 1) d; a_j (g_j - sum a_k g_k) = 1/2 (3 - 2, 1 - 2) d.
  assertEquals([...hiddenDelta(network, forward(network, [1]), 0, Float32Array.of(2))], [1, -1]);
});

Deno.test("hiddenDelta() throws if there is no layer behind l, or its error has another length", () => {
  const pass = forward(byHand, [2, 1]);
  for (const l of [1, -1, 0.5, NaN]) {
    assertThrows(
      () => hiddenDelta(byHand, pass, l, Float32Array.of(1)),
      RangeError,
      `Cannot propagate delta as l must be a whole number from 0 to 0: current value is ${l}`,
    );
  }
  assertThrows(
    () => hiddenDelta(byHand, pass, 0, Float32Array.of(1, 2)),
    RangeError,
    "Cannot propagate delta as nextDelta must hold 1 numbers: current value is of length 2",
  );
});

Deno.test("biasGradient() is BP3: delta itself", () => {
  assertEquals([...biasGradient(Float32Array.of(0.125, -0.25))], [0.125, -0.25]);
});

Deno.test("weightGradient() is BP4: a row of delta_j a for each neuron", () => {
  assertEquals([...weightGradient(Float32Array.of(0.125, -0.25), Float32Array.of(2, 1))], [0.25, 0.125, -0.5, -0.25]);
  assertEquals([...weightGradient(Float32Array.of(1), new Float32Array(0))], []);
});

Deno.test("backprop() composes BP1 to BP4", () => {
  const { cost, output, deltas, gradients } = backprop(byHand, [2, 1], [0]);
  assertEquals(cost, 0.125);
  assertEquals([...output], [0.5]);
  assertEquals(deltas.map((delta) => [...delta]), [[0.125, -0.25], [0.125]]);
  assertEquals(gradients.biases.map((b) => [...b]), [[0.125, -0.25], [0.125]]);
  assertEquals(gradients.weights.map((w) => [...w]), [[0.25, 0.125, -0.5, -0.25], [0.0625, 0.0625]]);
});

Deno.test("backprop() is what the four functions give one after the other", () => {
  const input = Float32Array.of(0.3, -0.7);
  const pass = forward(byHand, input);
  const last = outputDelta(byHand, pass, [0.25]);
  const first = hiddenDelta(byHand, pass, 0, last);
  const { output, deltas, gradients } = backprop(byHand, input, [0.25]);
  assertEquals(output, predict(byHand, input));
  assertEquals(deltas, [first, last]);
  assertEquals(gradients.biases, [biasGradient(first), biasGradient(last)]);
  assertEquals(gradients.weights, [weightGradient(first, input), weightGradient(last, pass.activations[1])]);
});

for (const [name, net] of Object.entries(reference)) {
  Deno.test(`backprop() gives the frozen float32 numbers of the ${name} network, bit for bit`, () => {
    const network = networkOf({ ...net, inputs: net.input.length } as Parameters<typeof networkOf>[0]);
    const { cost, output, deltas, gradients } = backprop(network, net.input, net.target);
    assertClose([cost], [net.sampleCost], { relative: 1e-15 });
    assertEquals([...output], net.activations[net.activations.length - 1]);
    assertEquals(deltas.map((delta) => [...delta]), net.deltas);
    assertEquals(gradients.biases.map((b) => [...b]), net.deltas);
    assertEquals(gradients.weights.map((w) => [...w]), net.weightGradients);
  });
}

const input = [0.5, -0.25, 0.75].map(Math.fround);
const target = [0.25, 0.75];
/** One error within the square of the Huber cost, one on its straight line. */
const farTarget = [0.25, -3];

for (const activation of Object.keys(activations) as ActivationName[]) {
  for (const cost of Object.keys(costs) as CostName[]) {
    for (const depth of [1, 2, 3]) {
      Deno.test(`backprop() of ${activation}, ${cost}, depth ${depth} agrees with numericalGradient within 1e-3, and 1e-6 in float64`, () => {
        const y = cost === "huber" ? farTarget : target;
        const network = smoothNetwork({ activation, cost, depth, input, target: y });
        const { gradients } = backprop(network, input, y);
        const wide = backprop64(network, input, y);
        const judge = numericalGradient(network, input, y);
        assert(judge.weights.every((row) => row.some((g) => Math.abs(g) > 1e-5)), "The gradient is too flat to judge");
        for (const kind of ["weights", "biases"] as const) {
          for (let l = 0; l < depth; l++) {
            assertClose(gradients[kind][l], judge[kind][l], { relative: 1e-3, absolute: 1e-7 });
            assertClose(wide[kind][l], judge[kind][l], { relative: 1e-6, absolute: 1e-9 });
            assertClose(gradients[kind][l], wide[kind][l], { relative: 1e-4, absolute: 1e-7 });
          }
        }
      });
    }
  }
}

Deno.test("backprop() deltas: a demon that changes z by dz changes the cost by delta dz", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 4 }, { units: 3 }, { units: 2 }], seed: 3 });
  const { deltas } = backprop(network, input, target);
  const dz = 1 / 64;
  let offset = 0;
  for (const [l, { inputs, units }] of network.layers.entries()) {
    for (let j = 0; j < units; j++) {
      // The bias goes into z as it is, so that the demon sits there.
      const place = offset + inputs * units + j;
      const costAt = (by: number) => {
        const changed = network.parameters.with(place, network.parameters[place] + by);
        return backprop(withParameters(network, changed), input, target).cost;
      };
      assertClose([(costAt(dz) - costAt(-dz)) / 2], [deltas[l][j] * dz], { relative: 5e-3, absolute: 2e-7 });
    }
    offset += (inputs + 1) * units;
  }
});

Deno.test("backprop() deltas are near zero at a saturated neuron, where the demon can do nothing", () => {
  const saturated = withParameters(byHand, Float32Array.of(1, -2, 3, -6, 30, 0, 4, -8, 2));
  const { deltas } = backprop(saturated, [2, 1], [0]);
  assert(Math.abs(deltas[0][0]) < 1e-12);
  assert(Math.abs(deltas[0][1]) > 1e-2);
});

Deno.test("backprop() points uphill: a small step against the gradient lowers the cost", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 4, activation: "tanh" }, { units: 2 }], seed: 5 });
  const { cost, gradients } = backprop(network, input, target);
  const against = (rows: readonly { map(f: (g: number) => number): Float32Array }[]) =>
    rows.map((row) => row.map((g) => -0.1 * g));
  const stepped = applyUpdates(network, { weights: against(gradients.weights), biases: against(gradients.biases) });
  assert(backprop(stepped, input, target).cost < cost);
});

Deno.test("backprop() reads sparse inputs as dense ones", () => {
  const network = createNetwork({ inputs: 4, layers: [{ units: 2 }], seed: 1 });
  const sparse = backprop(network, { indices: [2], values: [0.5] }, [0, 1]);
  assertEquals(sparse, backprop(network, [0, 0, 0.5, 0], [0, 1]));
});

Deno.test("backprop() changes nothing that it is given", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 2 }, { units: 2 }], seed: 1 });
  const given = structuredClone({ network, input, target });
  backprop(network, input, target);
  const typed = { input: Float32Array.from(input), target: Float32Array.from(target) };
  backprop(network, typed.input, typed.target);
  assertEquals({ network, input, target }, given);
  assertEquals([[...typed.input], [...typed.target]], [input, target]);
});

Deno.test("backprop() throws if input or target has the wrong length or a number that is not finite", () => {
  const refused: [number[], number[], string][] = [
    [[1], [0], "Cannot use input as it must hold 2 numbers: current value is an array of length 1"],
    [[1, NaN], [0], "Cannot use input[1] as it must be a finite number: current value is NaN"],
    [[1, -Infinity], [0], "Cannot use input[1] as it must be a finite number: current value is -Infinity"],
    [[1, 2], [], "Cannot use target as it must hold 1 numbers: current value is an array of length 0"],
    [[1, 2], [0, 1], "Cannot use target as it must hold 1 numbers: current value is an array of length 2"],
    [[1, 2], [Infinity], "Cannot use target[0] as it must be a finite number: current value is Infinity"],
  ];
  for (const [x, y, message] of refused) {
    assertEquals(assertThrows(() => backprop(byHand, x, y), SampleError).message, message);
  }
});
