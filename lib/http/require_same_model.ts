import type { DecodedLearner } from "../format/mod.ts";
import type { Learner } from "../learner/mod.ts";
import type { Network } from "../network/mod.ts";

/**
 * Refuses a stored state that another kind of learner has made, so that it is neither used nor written over. The numbers
 * of the optimizer may differ: a model may go on with another learning rate.
 *
 * @param learner How the model is to learn.
 * @param decoded What the store holds.
 * @throws {TypeError} If maker, network, labels or optimizer are not the same.
 */
export function requireSameModel({ init, description }: Learner, { state, learner }: DecodedLearner): void {
  const stored = learner.description;
  requireSame("maker", description.maker, stored.maker, anyNumber);
  if (description.maker !== undefined) return; // such networks grow, and labels with them
  requireSame("network", shapeOf(init().network), shapeOf(state.network));
  requireSame("labels", description.labels, stored.labels);
  requireSame("optimizer", description.optimizer, stored.optimizer, anyNumber);
}

function requireSame(field: string, wanted: unknown, stored: unknown, like?: (key: string, value: unknown) => unknown) {
  const [expected, current] = [JSON.stringify(wanted, like), JSON.stringify(stored, like)];
  if (expected === current) return;
  throw new TypeError(`Cannot use stored model as its ${field} must be ${expected}: current value is ${current}`);
}

function anyNumber(_key: string, value: unknown): unknown {
  return typeof value === "number" ? "number" : value;
}

function shapeOf({ inputs, layers, cost }: Network) {
  return { inputs, layers: layers.map(({ units, activation }) => ({ units, activation })), cost };
}
