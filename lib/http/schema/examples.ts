/** Bodies as they come and go, one model of which is called `iris`. */
const sample = { features: [5.1, 3.5, 1.4, 0.2], target: "setosa" };
const prediction = {
  output: [0.9, 0.08, 0.02],
  class: 0,
  label: "setosa",
  probabilities: { setosa: 0.9, versicolor: 0.08, virginica: 0.02 },
};
const summary = { samples: 1, duplicates: 0, refused: 0, cost: 0.105, version: 7, before: 41 };
const scores = {
  model: { accuracy: 0.93, fadingAccuracy: 0.95 },
  noChange: { accuracy: 0.33, fadingAccuracy: 0.32 },
  prior: { accuracy: 0.34, fadingAccuracy: 0.33 },
};
const description = {
  network: {
    inputs: 4,
    layers: [{ units: 16, activation: "relu" }, { units: 3, activation: "softmax" }],
    cost: "crossEntropy",
    seed: 1,
  },
  optimizer: { name: "adam", learningRate: 0.01 },
  labels: ["setosa", "versicolor", "virginica"],
};
const stats = {
  created: 1_767_225_600_000,
  time: 1_767_225_660_000,
  learned: 42,
  costs: 12.6,
  labelled: 2,
  duplicates: 0,
  refused: 1,
  remembered: 5,
  pending: 3,
  rollbacks: 0,
  drifts: 0,
  cost: 0.3,
  scores,
  curve: [{ samples: 1, time: 1_767_225_600_000, cost: 1.1, score: 0, noChange: null, prior: null }],
  marks: [],
};
const model = {
  name: "iris",
  version: 7,
  samples: 42,
  fixed: true,
  task: "classification",
  labels: description.labels,
  optimizer: description.optimizer,
  network: { inputs: 4, layers: description.network.layers, cost: "crossEntropy", parameters: 131 },
  stats,
};
const version = { version: 5, samples: 30, learned: 30, time: 1_767_225_630_000, cost: 0.4 };
const tensor = { name: "input", shape: [1, 4], datatype: "FP32", data: [5.1, 3.5, 1.4, 0.2] };

/** The examples of the document, by what they are. */
export const examples = {
  sample,
  sampleLines: `${JSON.stringify(sample)}\n${JSON.stringify({ features: [6, 3, 5], target: "virginica" })}\n`,
  sampleTable: "sepal,width,petal,length,target\n5.1,3.5,1.4,0.2,setosa\n",
  learned: { ...summary, results: [{ status: "learned", ...prediction, cost: 0.105 }] },
  learnedLines: [
    { line: 1, status: "learned", ...prediction, cost: 0.105 },
    { line: 2, status: "refused", field: "features", rule: "hold 4 numbers" },
    { status: "done", ...summary, refused: 1 },
  ].map((line) => `${JSON.stringify(line)}\n`).join(""),
  input: { features: sample.features },
  predicted: { ...prediction, version: 7 },
  label: { id: "k3J9", target: "setosa" },
  labelled: { ...summary, results: [{ id: "k3J9", status: "learned", ...prediction, cost: 0.105 }] },
  description,
  model,
  models: { models: [model] },
  versions: { versions: [version] },
  rollback: { version: 5 },
  rolledBack: { ...version, version: 8, restored: 5 },
  events: [
    { type: "state", model: "iris", version: 7, learned: 42, time: stats.time, cost: 0.3, scores },
    { type: "learned", model: "iris", version: 8, learned: 43, time: stats.time, samples: 1, cost: 0.2, scores },
  ].map((event) => `event: ${event.type}\nid: ${event.version}\ndata: ${JSON.stringify(event)}\n\n`).join(""),
  metrics:
    '# TYPE backstream_model_samples_learned_total counter\nbackstream_model_samples_learned_total{model="iris"} 42\n',
  inferenceModel: {
    name: "iris",
    versions: ["7", "5"],
    platform: "backstream_safetensors",
    inputs: [{ name: "input", datatype: "FP32", shape: [-1, 4] }],
    outputs: [
      { name: "output", datatype: "FP32", shape: [-1, 3] },
      { name: "class", datatype: "INT64", shape: [-1] },
      { name: "label", datatype: "BYTES", shape: [-1] },
    ],
  },
  inferRequest: { id: "42", inputs: [tensor], outputs: [{ name: "label" }] },
  inferAnswer: {
    model_name: "iris",
    model_version: "7",
    id: "42",
    outputs: [{ name: "label", datatype: "BYTES", shape: [1], data: ["setosa"] }],
  },
} as const;
