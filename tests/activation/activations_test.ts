import { type ActivationName, activations, tanh } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";

Deno.test("activations holds the ten names in the order of the documentation", () => {
  assertEquals(Object.keys(activations), [
    "sigmoid",
    "tanh",
    "relu",
    "leakyRelu",
    "elu",
    "gelu",
    "silu",
    "softplus",
    "identity",
    "softmax",
  ]);
});

Deno.test("activations holds each function under its own name", () => {
  // Each is told apart from the others by its value at 1 and at -1, to 4 digits.
  const expected: Record<ActivationName, [number, number]> = {
    sigmoid: [0.7311, 0.2689],
    tanh: [0.7616, -0.7616],
    relu: [1, 0],
    leakyRelu: [1, -0.01],
    elu: [1, -0.6321],
    gelu: [0.8413, -0.1587],
    silu: [0.7311, -0.2689],
    softplus: [1.3133, 0.3133],
    identity: [1, -1],
    softmax: [1, 1],
  };
  for (const [name, values] of Object.entries(expected)) {
    const activation = activations[name as ActivationName];
    const at = (z: number) => activation.elementwise ? activation.value(z) : activation.value([z])[0];
    assertEquals([at(1), at(-1)].map((a) => Math.round(a * 1e4) / 1e4), values, name);
  }
  assertEquals(activations.tanh, tanh);
});

Deno.test("activations work on the whole layer under softmax alone", () => {
  const whole = Object.entries(activations).filter(([, { elementwise }]) => !elementwise).map(([name]) => name);
  assertEquals(whole, ["softmax"]);
});

Deno.test("activations have finite slopes for each finite z of float32", () => {
  for (const [name, activation] of Object.entries(activations)) {
    if (!activation.elementwise) continue;
    const slopes = [3.4e38, -3.4e38, 1e-45, -1e-45, 0, -0, 88, -88, 710, -710].map(activation.derivative);
    assert(slopes.every(Number.isFinite), `${name} has ${slopes}`);
  }
});
