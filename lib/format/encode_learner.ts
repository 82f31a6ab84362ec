import type { Learner, LearnerState } from "../learner/mod.ts";
import type { Network } from "../network/mod.ts";
import { encodeTensors, type NamedTensor } from "./encode_tensors.ts";
import { toJson } from "./plain_data.ts";
import { shapeOf } from "./shape_of.ts";
import type { Tensor } from "./tensor_types.ts";

/** The version of the format; a reader knows every version up to its own. */
export const SNAPSHOT_VERSION = 2;

/**
 * Writes a learner and all it has learned as a safetensors file.
 *
 * The parameters are the tensors `0.weight`, `0.bias`, `2.weight`, `2.bias` and so on, shaped (units, inputs) and
 * (units), the names that PyTorch's `torch.nn.Sequential` gives to linear layers with activations between them. What
 * the optimizer remembers follows as further tensors, and everything else as JSON under `backstream` in `__metadata__`.
 * A learner that is made of more than one network and an optimizer is written as version 2 of the format, any other as
 * version 1, so that older readers have it too.
 * A learner that goes on from the decoded file does so as if it had never stopped, bit for bit.
 *
 * @param learner The learner.
 * @param state Its state.
 * @returns The bytes of the file.
 * @throws {TypeError} If the optimizer has no spec, or its state is not plain data.
 * @throws {RangeError} If the state is that of a learner with another network.
 *
 * @example Usage
 * ```ts
 * import { createLearner, decodeLearner, encodeLearner, momentum } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 2, layers: [{ units: 1 }] },
 *   optimizer: momentum({ learningRate: 0.1 }),
 * });
 * const { state } = learner.learnOne(learner.init(), { features: [1, 2], target: 1 });
 * const resumed = decodeLearner(encodeLearner(learner, state));
 * assertEquals(resumed.state, state);
 * ```
 */
export function encodeLearner(learner: Learner, state: LearnerState): Uint8Array {
  const { description } = learner;
  const { network, optimizer, samples, ...more } = state;
  requireEncodable(learner, network);
  const rest = { optimizer, samples, ...more }; // in one order, whoever has made the state
  const version = description.maker === undefined ? 1 : SNAPSHOT_VERSION;
  const { json, tensors } = toJson(rest, "state", version === 1 ? undefined : { network });
  const backstream = { version, learner: description, network: shapeOf(network), state: json };
  return encodeTensors([...parameterTensors(network), ...tensors], {
    format: "pt",
    backstream: JSON.stringify(backstream),
  });
}

function requireEncodable(learner: Learner, network: Network): void {
  const { maker, optimizer } = learner.description;
  if (maker !== undefined) return; // such a network may have grown
  if (optimizer === undefined) {
    throw new TypeError("Cannot encode learner as its optimizer must have a spec: current value is undefined");
  }
  const [expected, current] = [learner.init().network, network].map((made) => JSON.stringify(shapeOf(made)));
  if (expected === current) return;
  throw new RangeError(
    `Cannot encode learner as the network of the state must have the shape ${expected}: current value is ${current}`,
  );
}

function parameterTensors({ layers }: Network): NamedTensor[] {
  return layers.flatMap(({ inputs, units, weights, biases }, l) => [
    { name: `${2 * l}.weight`, shape: [units, inputs], data: weights as unknown as Tensor },
    { name: `${2 * l}.bias`, shape: [units], data: biases as unknown as Tensor },
  ]);
}
