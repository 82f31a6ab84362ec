import type { Features } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import { createNetwork, growNetwork, type LayerOptions, type NetworkOptions } from "../network/mod.ts";
import { growOptimizerState, type Optimizer } from "../optimizer/mod.ts";
import { createLearner } from "./create_learner.ts";
import { cursorOf } from "./cursor.ts";
import type { LearnerState } from "./learner.ts";
import { likenessFault } from "./likeness_fault.ts";

/** A network of those that a table learner asks together. */
export interface MemberOptions {
  /** The layers before the outputs; none makes it a linear model. */
  readonly hidden: readonly LayerOptions[];
  /** The layer of the outputs, but for its size, and the cost. */
  readonly output: Omit<LayerOptions, "units">;
  /** The cost. */
  readonly cost: NonNullable<NetworkOptions["cost"]>;
  /** How gradients become steps. */
  readonly optimizer: Optimizer;
  /** The seed of its weights. */
  readonly seed: number;
}

/** How many inputs and outputs a network has. */
export interface MemberSize {
  readonly inputs: number;
  readonly units: number;
}

/** A sample as a member learns it. */
export interface MemberSample {
  /** x, of as many numbers as there are inputs. */
  readonly features: Features;
  /** y, of as many numbers as there are outputs. */
  readonly target: Vector;
  /** Its importance. */
  readonly weight: number;
}

/** A member while it has one size. */
export interface SizedMember {
  /** The state before the first sample. */
  init(): LearnerState;
  /** The output for an input. */
  predict(state: LearnerState, features: Features): Vector;
  /** The state after the samples, or the same one if a parameter would be NaN or infinite. */
  learn(state: LearnerState, samples: readonly MemberSample[]): LearnerState;
}

/** A network that grows with its inputs and outputs, and refuses steps that would break it. */
export interface Member {
  /** The member at a size. */
  at(size: MemberSize): SizedMember;
  /** The same state for a larger network; what was learned and what the optimizer remembers stay. */
  grow(state: LearnerState, to: MemberSize): LearnerState;
  /** What is wrong with plain data that should be a state at a size; nothing is made of that size. */
  fault(state: LearnerState, size: MemberSize, path: string): string | undefined;
}

/**
 * Makes a member.
 *
 * @param options Its layers, cost, optimizer and seed.
 * @returns The member.
 */
export function createMember({ hidden, output, cost, optimizer, seed }: MemberOptions): Member {
  let last: { readonly size: MemberSize; readonly sized: SizedMember } | undefined;

  const make = ({ inputs, units }: MemberSize): SizedMember => {
    const network = { inputs, layers: [...hidden, { ...output, units }], cost, seed };
    const learner = createLearner({ network, optimizer });
    return {
      init: learner.init,
      predict: learner.predictOne,
      learn(state, samples) {
        const cursor = cursorOf(learner, state);
        let next = (): LearnerState => state;
        for (const sample of samples) next = cursor.learnOne(sample).state;
        return cursor.isFinite() ? next() : state;
      },
    };
  };

  return {
    at(size) {
      // Only the newest size keeps its kernel, as older ones are hardly ever needed.
      if (last?.size.inputs !== size.inputs || last.size.units !== size.units) last = { size, sized: make(size) };
      return last.sized;
    },
    grow({ network, optimizer, samples }, to) {
      const { inputs, layers } = network;
      const growth = { inputs: to.inputs - inputs, units: to.units - layers[layers.length - 1].units, seed };
      const grown = growNetwork(network, growth);
      return { network: grown, optimizer: growOptimizerState(optimizer, network, grown), samples };
    },
    fault(state, { inputs, units }, path) {
      const layers = [...hidden, { ...output, units }];
      const sizes = [inputs, ...layers.map(({ units }) => units)];
      const found = state?.network;
      const isSized = found?.inputs === inputs && Array.isArray(found.layers) &&
        found.layers.length === layers.length &&
        found.layers.every((layer, l) => layer?.inputs === sizes[l] && layer.units === sizes[l + 1]);
      if (!isSized) return `${path}.network must have the sizes [${sizes.join(", ")}]`;
      const { layers: shapes, cost: named } = createNetwork({ inputs: 1, layers: layers.map(oneUnit), cost });
      const wrong = shapes.findIndex(({ activation }, l) => activation !== found.layers[l].activation);
      if (wrong >= 0) return `${path}.network.layers[${wrong}].activation must be ${shapes[wrong].activation}`;
      if (named !== found.cost) return `${path}.network.cost must be ${named}`;
      const length = layers.reduce((sum, { units }, l) => sum + (sizes[l] + 1) * units, 0);
      const block = { path: `${path}.network.parameters`, length };
      const fault = likenessFault(found.parameters, new Float32Array(), block);
      if (fault !== undefined) return fault;
      const { network: _, ...rest } = state;
      const model = { optimizer: optimizer.init(createNetwork({ inputs: 1, layers: [oneUnit({})] })), samples: 0 };
      return likenessFault(rest, model, { path, length });
    },
  };
}

function oneUnit(layer: Omit<LayerOptions, "units">): LayerOptions {
  return { ...layer, units: 1, initializer: "zeros" };
}
