import { createLearner, type Learner, type LearnerDescription } from "../../learner/mod.ts";
import { createOptimizer } from "../../optimizer/mod.ts";
import { RequestError } from "../request_error.ts";

/**
 * The learner of a description from anywhere.
 *
 * @param description The description, of which nothing is known.
 * @param most How many parameters its network may have.
 * @returns The learner.
 * @throws {RequestError} 422 if no learner can be made from it, or it would be too large.
 */
export function makeLearner(description: LearnerDescription, most: number): Learner {
  if (typeof description !== "object" || description === null) {
    throw refused(`Cannot create model as its description must be an object: current value is ${description}`);
  }
  const { network, optimizer, labels, task } = description;
  if (typeof network !== "object" || network === null || "parameters" in network) {
    throw refused("Cannot create model as its description must hold options of a network");
  }
  const parameters = countParameters(network);
  if (parameters > most) {
    throw refused(`Cannot create model as it must have ${most} parameters at most: current value is ${parameters}`);
  }
  try {
    return createLearner({
      network,
      optimizer: createOptimizer(optimizer!),
      ...labels === undefined ? {} : { labels },
      ...task === undefined ? {} : { task },
    });
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw refused(error.message);
    throw error;
  }
}

/** Before anything is made of its size; what is no number is refused later. */
function countParameters({ inputs, layers }: NonNullable<LearnerDescription["network"]>): number {
  let [before, parameters] = [Number(inputs), 0];
  for (const layer of Array.isArray(layers) ? layers : []) {
    const units = Number(layer?.units);
    parameters += before * units + units;
    before = units;
  }
  return parameters;
}

function refused(detail: string): RequestError {
  return new RequestError({ status: 422, title: "Unprocessable Content", detail });
}
