import type { KernelProgram, Optimizer } from "./optimizer.ts";

/**
 * Several links as one optimizer: the updates of each link are the gradients of the next.
 *
 * The last link is usually an optimizer such as `sgd`, which turns gradients into steps downhill; the links before it
 * change the gradients, as `clipByNorm` and `weightDecay` do.
 *
 * @param links The links in order, at least one.
 * @returns The optimizer; its state is the list of the links' states.
 * @throws {RangeError} If there is no link.
 *
 * @example Usage
 * ```ts
 * import { chain, clipByNorm, createNetwork, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(6)], biases: [Float32Array.of(8)] };
 * const optimizer = chain(clipByNorm({ maxNorm: 5 }), sgd({ learningRate: 1 }));
 * const [updates] = optimizer.update(optimizer.init(network), gradients, network);
 * assertEquals([...updates.weights[0], ...updates.biases[0]], [-3, -4]);
 * ```
 */
export function chain(...links: readonly Optimizer[]): Optimizer<readonly unknown[]> {
  if (links.length === 0) {
    throw new RangeError("Cannot create chain as it must hold at least 1 link: current value is 0");
  }
  const specs = links.flatMap(({ spec }) => spec === undefined ? [] : [spec]);
  return {
    // A chain can be named in a snapshot only if every link can.
    ...specs.length === links.length ? { spec: { name: "chain", links: specs } } : {},
    ...programOf(links),
    init: (network) => links.map((link) => link.init(network)),
    update(states, gradients, network, step) {
      let updates = gradients;
      const next = links.map((link, i) => {
        const [changed, state] = link.update(states[i], updates, network, step);
        updates = changed;
        return state;
      });
      return [updates, next];
    },
  };
}

/** A chain is a program of the SIMD kernel if every link is one. */
function programOf(links: readonly Optimizer[]): { program?: KernelProgram<readonly unknown[]> } {
  const programs = links.flatMap(({ program }) => program === undefined ? [] : [program]);
  if (programs.length < links.length) return {};
  const program: KernelProgram<readonly unknown[]> = {
    stages: programs.flatMap(({ stages }) => stages),
    split: (states) => programs.flatMap(({ split }, i) => split(states[i])),
    join(states) {
      let taken = 0;
      return programs.map(({ stages, join }) => join(states.slice(taken, taken += stages.length)));
    },
  };
  return { program };
}
