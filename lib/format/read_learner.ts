import {
  createLearner,
  type Learner,
  type LearnerDescription,
  type LearnerState,
  makeLearner,
} from "../learner/mod.ts";
import { createNetwork, type Network, type NetworkOptions } from "../network/mod.ts";
import { createOptimizer } from "../optimizer/mod.ts";
import { requireRoom } from "./require_room.ts";
import { shapeOf } from "./shape_of.ts";
import { SnapshotError } from "./snapshot_error.ts";

/** A learner made from its description. */
export interface ReadLearner {
  /** The learner. */
  readonly learner: Learner;
  /**
   * Its state without the network, as that of a network with one weight and one bias; missing where the learner knows
   * itself what its states look like.
   */
  readonly smallest?: Omit<LearnerState, "network">;
}

/**
 * The learner of a snapshot.
 *
 * Nothing is made of a size that the description claims and the network does not have, nor a first state: a long chain
 * of optimizers is a short text, and its state may be many times the network.
 *
 * @param description The description, as far as is known an object.
 * @param network The current network.
 * @param numbers How many numbers the tensors of the snapshot hold, which no learner of several parts may outgrow.
 * @returns The learner, and the form of its state.
 * @throws {SnapshotError} If no learner can be made from the description, or one that has another network.
 */
export function readLearner(
  description: LearnerDescription,
  network: Network,
  numbers = Infinity,
): ReadLearner {
  const { maker, network: options, labels, task } = description;
  if (maker !== undefined) return { learner: made(description, numbers) };
  if (options !== undefined) requireSizes(options, network);
  try {
    if (options !== undefined) requireShape(options, network);
    const optimizer = createOptimizer(description.optimizer!);
    const learner = createLearner({ network: options ?? network, optimizer, labels, task });
    return { learner, smallest: { optimizer: optimizer.init(oneWeight()), samples: 0 } };
  } catch (error) {
    if (error instanceof SnapshotError) throw error;
    throw new SnapshotError("describe a learner that can be made", (error as Error).message);
  }
}

function made(description: LearnerDescription, numbers: number): Learner {
  try {
    requireRoom(description, numbers);
    return makeLearner(description);
  } catch (error) {
    if (error instanceof SnapshotError) throw error;
    throw new SnapshotError("describe a learner that can be made", (error as Error).message);
  }
}

function requireSizes(options: unknown, { inputs, layers }: Network): void {
  const claimed = (options ?? {}) as { inputs?: unknown; layers?: { units?: unknown }[] };
  const same = typeof options === "object" && !("parameters" in claimed) && claimed.inputs === inputs &&
    Array.isArray(claimed.layers) && claimed.layers.length === layers.length &&
    layers.every(({ units }, l) => claimed.layers?.[l]?.units === units);
  if (!same) throw new SnapshotError("make the first network of the sizes of the current one", options);
}

function requireShape(options: NetworkOptions, network: Network): void {
  const [first, current] = [createNetwork(options), network].map((made) => JSON.stringify(shapeOf(made)));
  if (first !== current) throw new SnapshotError(`make the first network of the shape ${current}`, first);
}

function oneWeight(): Network {
  return createNetwork({ inputs: 1, layers: [{ units: 1 }] });
}
