import { immutable, type Vector } from "../kernel/mod.ts";
import type { Layer, Network } from "../network/mod.ts";

/**
 * What an optimizer remembers of a network, for the network that it has grown to be: every Float32Array as long as the
 * parameters is laid out anew, with 0 for the parameters that are new, and all else stays as it is.
 *
 * For every optimizer of the library, and chains of them, 0 is what it remembers of a parameter that has not moved yet.
 * Growing changes nothing of what the old parameters learn from samples that do not use what is new. (Exceptions are
 * links that look at all gradients together, such as `clipByNorm`.)
 *
 * @typeParam State The state of the optimizer.
 * @param state The state, plain data.
 * @param from The network before it grew.
 * @param to The network that `growNetwork` has made of it.
 * @returns A new state.
 * @throws {RangeError} If `to` is not `from` with more inputs and outputs.
 *
 * @example Usage
 * ```ts
 * import { adagrad, createNetwork, growNetwork, growOptimizerState } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1, activation: "identity" }] });
 * const grown = growNetwork(network, { inputs: 1 });
 * const state = { step: 7, sum: Float32Array.of(2, 3) };
 * assertEquals(growOptimizerState(state, network, grown), { step: 7, sum: Float32Array.of(2, 0, 3) });
 * assertEquals(adagrad().init(grown).sum.length, 3);
 * ```
 */
export function growOptimizerState<State>(state: State, from: Network, to: Network): State {
  requireGrown(from, to);
  return grown(state, from, to) as State;
}

function grown(value: unknown, from: Network, to: Network): unknown {
  if (value instanceof Float32Array) return value.length === from.parameters.length ? laidOut(value, from, to) : value;
  if (Array.isArray(value)) return value.map((item) => grown(item, from, to));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, grown(item, from, to)]));
}

function laidOut(block: Vector, from: Network, to: Network): Vector {
  const out = new Float32Array(to.parameters.length);
  let [source, target] = [0, 0];
  for (const [l, { inputs, units }] of from.layers.entries()) {
    const next = to.layers[l];
    for (let j = 0; j < units; j++) {
      for (let k = 0; k < inputs; k++) out[target + j * next.inputs + k] = block[source + j * inputs + k];
      out[target + next.units * next.inputs + j] = block[source + units * inputs + j];
    }
    source += (inputs + 1) * units;
    target += (next.inputs + 1) * next.units;
  }
  return immutable(out);
}

function requireGrown(from: Network, to: Network): void {
  const holds = (large: Layer | undefined, { inputs, units, activation }: Layer) =>
    large !== undefined && large.inputs >= inputs && large.units >= units && large.activation === activation;
  const grows = from.layers.length === to.layers.length && from.layers.every((layer, l) => holds(to.layers[l], layer));
  if (grows) return;
  throw new RangeError(
    `Cannot grow state as to must be from with more inputs and outputs: current value is ${sizesOf(to)} for ${
      sizesOf(from)
    }`,
  );
}

function sizesOf({ inputs, layers }: Network): string {
  return `[${[inputs, ...layers.map(({ units }) => units)].join(", ")}]`;
}
