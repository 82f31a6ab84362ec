import type { Contender, Workload } from "./contender.ts";
import { repeat } from "./repeat.ts";

const VERSION = "4.22.0";

// deno-lint-ignore no-explicit-any
type Tensorflow = any;

/** TensorFlow.js on one of its backends; gradients by its autodiff and its own sgd, as its users write it. */
export function tensorflow(backend: "wasm" | "cpu"): Contender {
  return {
    name: `TensorFlow.js (${backend})`,
    async open(workload, task) {
      const tf: Tensorflow = await quietly(() => import(`npm:@tensorflow/tfjs@${VERSION}`));
      if (backend === "wasm") {
        const { setThreadsCount } = await import(`npm:@tensorflow/tfjs-backend-wasm@${VERSION}`);
        setThreadsCount(1);
      }
      if (!await tf.setBackend(backend)) return "the backend does not start";
      const network = makeNetwork(tf, workload);
      const size = task.kind === "batch" ? task.size : 1;
      let i = 0;
      const round = repeat(size, () => {
        if (task.kind === "predict") network.predict(i);
        else network.learn(i, size);
        i = i + 2 * size <= workload.inputs.length ? i + size : 0;
      });
      return async (milliseconds) => {
        await tf.setBackend(backend);
        return round(milliseconds);
      };
    },
  };
}

function makeNetwork(tf: Tensorflow, { sizes: [I, H, O], learningRate, neurons, inputs, targets }: Workload) {
  const variables = [
    tf.variable(tf.randomNormal([I, H], 0, I ** -0.5, "float32", 1)),
    tf.variable(tf.zeros([1, H])),
    tf.variable(tf.randomNormal([H, O], 0, H ** -0.5, "float32", 1)),
    tf.variable(tf.zeros([1, O])),
  ];
  const [w1, b1, w2, b2] = variables;
  const optimizer = tf.train.sgd(learningRate);
  const softmax = neurons === "softmax";
  const hidden = (x: Tensorflow) => softmax ? tf.relu(x.matMul(w1).add(b1)) : tf.sigmoid(x.matMul(w1).add(b1));
  const logits = (x: Tensorflow) => hidden(x).matMul(w2).add(b2);
  const forward = (x: Tensorflow) => softmax ? tf.softmax(logits(x)) : tf.sigmoid(logits(x));
  const cost = (x: Tensorflow, y: Tensorflow) =>
    softmax
      ? tf.losses.softmaxCrossEntropy(y, logits(x))
      : tf.squaredDifference(forward(x), y).sum().mul(0.5 / y.shape[0]);
  const rows = (all: readonly Float32Array[], i: number, size: number) => {
    const block = new Float32Array(size * all[0].length);
    for (let s = 0; s < size; s++) block.set(all[i + s], s * all[0].length);
    return tf.tensor2d(block, [size, all[0].length]);
  };
  return {
    learn: (i: number, size: number) =>
      tf.tidy(() => {
        const [x, y] = [rows(inputs, i, size), rows(targets, i, size)];
        optimizer.minimize(() => cost(x, y), false, variables);
      }),
    predict: (i: number) => tf.tidy(() => forward(rows(inputs, i, 1)).dataSync()),
  };
}

/** Its packages greet on the console. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { log, warn } = console;
  console.log = console.warn = () => {};
  try {
    return await load();
  } finally {
    Object.assign(console, { log, warn });
  }
}
