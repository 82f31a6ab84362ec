import type { DecodedLearner } from "../format/mod.ts";
import type { Learner } from "../learner/mod.ts";
import type { Network } from "../network/mod.ts";

/**
 * Refuses a stored state that another kind of learner has made, so that it is neither used nor written over.
 *
 * @param learner How the model is to learn.
 * @param decoded What the store holds.
 * @throws {TypeError} If network, optimizer or labels are not the same.
 */
export function requireSameModel(learner: Learner, decoded: DecodedLearner): void {
  requireSame("network", shapeOf(learner.init().network), shapeOf(decoded.state.network));
  requireSame("optimizer", learner.description.optimizer, decoded.learner.description.optimizer);
  requireSame("labels", learner.description.labels, decoded.learner.description.labels);
}

function requireSame(field: string, wanted: unknown, stored: unknown): void {
  const [expected, current] = [JSON.stringify(wanted), JSON.stringify(stored)];
  if (expected === current) return;
  throw new TypeError(`Cannot use stored model as its ${field} must be ${expected}: current value is ${current}`);
}

function shapeOf({ inputs, layers, cost }: Network) {
  return { inputs, layers: layers.map(({ units, activation }) => ({ units, activation })), cost };
}
