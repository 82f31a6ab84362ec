import { createLearner, encodeLearner, type Learner, type Sample, sgd } from "@backstream/backstream";
import type { HostedModel } from "../../../lib/http/hosted/hosted_model.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { predictEach } from "../../../lib/http/hosted/predict_each.ts";

/** A model as the routes see it, with a version for each sample it is given, all of which are kept; and what was opened. */
export function fakeModel(
  name: string,
  learner: Learner,
  samples: readonly Sample[],
): HostedModel & { opened: number[] } {
  const states = [learner.init()];
  for (const sample of samples) states.push(learner.learnOne(states.at(-1)!, sample).state);
  const version = states.length - 1;
  const opened: number[] = [];
  const head = () => Promise.resolve({ learner, state: states[version], version });
  const fake = {
    name,
    opened,
    head,
    predict: predictEach,
    versions: () =>
      Promise.resolve(states.map((_, version) => ({ version, samples: version, time: 0, cost: 0 })).reverse()),
    snapshot: (wanted: number) => {
      if (!(wanted in states)) {
        throw new RequestError({ status: 404, title: "Not Found", detail: `Version ${wanted} is not kept` });
      }
      opened.push(wanted);
      return Promise.resolve(encodeLearner(learner, states[wanted]));
    },
  };
  return fake as unknown as HostedModel & { opened: number[] };
}

/** y = w x + b from zero with the learning rate 1/2: y = 0 in version 0, and for the sample (1, 2) y = x + 1 in version 1. */
export function fakeLine(): HostedModel & { opened: number[] } {
  const learner = createLearner({
    network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
    optimizer: sgd({ learningRate: 0.5 }),
  });
  return fakeModel("line", learner, [{ features: [1], target: 2 }]);
}

/** Two inputs and three labels; the class is that of the larger input, or "none" for (0, 0). */
export function fakeColors(): HostedModel & { opened: number[] } {
  const learner = createLearner({
    network: { inputs: 2, layers: [{ units: 3, activation: "softmax", initializer: "zeros" }], cost: "crossEntropy" },
    optimizer: sgd({ learningRate: 1 }),
    labels: ["none", "grün", "blue"],
  });
  return fakeModel("colors", learner, [{ features: [1, 0], target: "grün" }, { features: [0, 1], target: "blue" }]);
}
