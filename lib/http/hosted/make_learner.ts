import { type Learner, type LearnerDescription, makeLearner as makeAny } from "../../learner/mod.ts";
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
  const parameters = countParameters(description, DEEPEST);
  if (!(parameters <= most)) {
    throw refused(`Cannot create model as it must have ${most} parameters at most: current value is ${parameters}`);
  }
  try {
    return makeAny(description);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw refused(error.message);
    throw error;
  }
}

/** Learners that are made of learners nest no deeper. */
const DEEPEST = 3;

type Description = Partial<LearnerDescription> | null | undefined;

/** Of all networks at their first size, before anything is made of it; what is no number is refused later. */
function countParameters(description: Description, depth: number): number {
  const { network, maker, labels } = description ?? {};
  if (maker === undefined || maker === null) {
    if (typeof network === "object" && network !== null && !("parameters" in network)) return countNetwork(network);
    throw refused("Cannot create model as its description must hold a maker, or options of a network");
  }
  const inner = [...Object.values(maker.learners ?? {}), ...maker.learner === undefined ? [] : [maker.learner]];
  if (depth === 0 && inner.length > 0) {
    throw refused(`Cannot create model as learners must nest ${DEEPEST} deep at most`);
  }
  if (inner.length > 0) {
    return inner.reduce<number>((sum, one) => sum + countParameters(one as Description, depth - 1), 0);
  }
  const { hidden = [{ units: 32 }, { units: 32 }], members = 3, units = labels?.length ?? 1 } = maker;
  const layers = [...Array.isArray(hidden) ? hidden : [], { units: Math.max(2, Number(units)) }];
  return (Number(members) + 2) * countNetwork({ inputs: 1, layers });
}

function countNetwork({ inputs, layers }: { inputs: unknown; layers: unknown }): number {
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
