import type { LearnerDescription } from "../learner/mod.ts";
import type { Network } from "../network/mod.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";
import type { ModelStats } from "./hosted/model_stats.ts";
import { outputForm } from "./output_form.ts";

/** A model as an answer tells it. */
export interface ModelDescription {
  /** The name in the address. */
  readonly name: string;
  /** Which commit its state is; 0 before the first. */
  readonly version: number;
  /** How many samples its state has learned. */
  readonly samples: number;
  /** Whether it was given in code, so that it can neither be removed nor become another kind of model. */
  readonly fixed: boolean;
  /** What the outputs mean. */
  readonly task: LearnerDescription["task"];
  /** The labels in the order of the classes. */
  readonly labels: readonly string[];
  /** How gradients become steps. */
  readonly optimizer?: LearnerDescription["optimizer"];
  /** How it was made, if it is made of more than a network and an optimizer. */
  readonly maker?: unknown;
  /** The shape of the network, and how many parameters it has. */
  readonly network?: {
    readonly inputs: number;
    readonly layers: readonly Pick<Network["layers"][number], "units" | "activation">[];
    readonly cost: Network["cost"];
    readonly parameters: number;
  };
  /** What has happened to it in all its life. */
  readonly stats: ModelStats;
}

/**
 * Tells in plain data what a model is and how much it has learned.
 *
 * @param model The model.
 * @returns The description; numbers that are not known yet are NaN, which JSON writes as null.
 */
export async function describeModel(model: HostedModel): Promise<ModelDescription> {
  const { learner, state, version, stats } = await model.head();
  const { task, optimizer, ...rest } = learner.description;
  return {
    name: model.name,
    version,
    samples: state.samples,
    fixed: model.fixed,
    task,
    labels: outputForm(learner, state).labels,
    ...optimizer === undefined ? {} : { optimizer },
    ..."maker" in rest ? { maker: rest.maker } : {},
    ...state.network === undefined ? {} : { network: shapeOf(state.network) },
    stats,
  };
}

function shapeOf({ inputs, layers, cost, parameters }: Network): NonNullable<ModelDescription["network"]> {
  return {
    inputs,
    layers: layers.map(({ units, activation }) => ({ units, activation })),
    cost,
    parameters: parameters.length,
  };
}
