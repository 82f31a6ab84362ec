import type { LearnerDescription } from "../learner/mod.ts";
import type { Network } from "../network/mod.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";

/** A model as an answer tells it. */
export interface ModelDescription extends Pick<LearnerDescription, "task" | "labels" | "optimizer"> {
  /** The name in the address. */
  readonly name: string;
  /** The number of the commit; 0 before the first. */
  readonly version: number;
  /** How many samples its state has learned. */
  readonly samples: number;
  /** The shape of the network, and how many parameters it has. */
  readonly network: {
    readonly inputs: number;
    readonly layers: readonly Pick<Network["layers"][number], "units" | "activation">[];
    readonly cost: Network["cost"];
    readonly parameters: number;
  };
}

/**
 * Tells in plain data what a model is and how much it has learned.
 *
 * @param model The model.
 * @returns Name, version, number of samples learned, task, labels, optimizer and the shape of the network.
 */
export async function describeModel({ name, head }: HostedModel): Promise<ModelDescription> {
  const { learner, state: { network, samples }, version } = await head();
  const { task, labels, optimizer } = learner.description;
  return {
    name,
    version,
    samples,
    task,
    labels,
    ...optimizer === undefined ? {} : { optimizer },
    network: {
      inputs: network.inputs,
      layers: network.layers.map(({ units, activation }) => ({ units, activation })),
      cost: network.cost,
      parameters: network.parameters.length,
    },
  };
}
