import {
  adam,
  adwin,
  chain,
  clipByNorm,
  createAnomalyLearner,
  createBackgroundLearner,
  createChampion,
  createLearner,
  createTableLearner,
  type DriftDetector,
  type Features,
  type Learner,
  mae,
  nextNormal,
  nextRandom,
  type Optimizer,
  rolling,
  type Sample,
  sgd,
  type TableTask,
  type Target,
} from "@backstream/backstream";

/** A kind of learner, small, with what it may meet. */
export interface Kind {
  readonly name: string;
  readonly learner: Learner;
  /** Samples of a seed; the world changes after each 150. */
  readonly samples: (count: number) => Sample[];
  /** Samples that it must refuse. */
  readonly bad: readonly unknown[];
}

const noSamples = [null, undefined, 5, "text"];
const noWeights = [-1, NaN, Infinity, "1", null];

/** The tables have a missing value now and then, a category more each 60 samples, and a field more after 90. */
function tableSamples(task: TableTask): (count: number) => Sample[] {
  return (count) => {
    let seed = 7;
    const draw = () => {
      const [value, next] = nextRandom(seed);
      seed = next;
      return value;
    };
    return Array.from({ length: count }, (_, i) => {
      const [x, y, missing, weight] = [4 * draw() - 2, draw(), draw(), draw()];
      const color = `color ${Math.floor(draw() * (1 + Math.min(4, i / 60)))}`;
      const features = { x: missing < 0.1 ? null : x, color, ...(i < 90 ? {} : { y }) };
      const sum = (Math.floor(i / 150) % 2 === 0 ? x : -x) + (color === "color 0" ? 0.5 : 0);
      return { features, target: targetOf(task, { sum, y, i }), ...(weight < 0.1 ? { weight: 20 * weight } : {}) };
    });
  };
}

function targetOf(task: TableTask, { sum, y, i }: { sum: number; y: number; i: number }): Target {
  if (task === "regression") return 100 * sum + 7;
  if (task === "multilabel") return { up: sum > 0, late: y > 0.5, ...(i < 100 ? {} : { more: sum > 1 }) };
  return sum > 1 && i > 100 ? "high" : sum > 0 ? "middle" : "low";
}

const tableBad = [
  { features: 5, target: 1 },
  { features: null, target: 1 },
  { features: { x: {} }, target: 1 },
  { features: { x: 1 } },
  { features: { x: 1 }, target: null },
];

/** A table learner that is quick. */
export function smallTable(task: TableTask, seed = 1): Learner {
  return createTableLearner({
    task,
    members: 1,
    hidden: [{ units: 3, activation: "tanh" }],
    replays: 1,
    memory: 60,
    lags: task === "regression" ? 2 : 0,
    drift: adwin({ clock: 4, gracePeriod: 12, minWindowLength: 3 }) as DriftDetector<unknown>,
    seed,
  });
}

function line(learningRate: number): Learner {
  return createLearner({
    network: { inputs: 2, layers: [{ units: 1, activation: "identity" }] },
    optimizer: sgd({ learningRate }),
    task: "regression",
  });
}

function signs(count: number): Sample[] {
  let seed = 3;
  const draw = () => {
    const [value, next] = nextNormal(seed);
    seed = next;
    return value;
  };
  return Array.from({ length: count }, (_, i) => {
    const features: Features = [draw(), draw()];
    return { features, target: Math.floor(i / 150) % 2 === 0 === features[0] > 0 ? 1 : 0 };
  });
}

function points(count: number): Sample[] {
  return signs(count).map(({ features }, i) => {
    const [x, y] = features as number[];
    return { features: [x, y], target: 3 * x - y + 1, weight: 1 + i % 2 };
  });
}

const pointsBad = [
  { features: [1], target: 1 },
  { features: [1, NaN], target: 1 },
  { features: [1, 2], target: "up" },
];

const clipped = chain(clipByNorm({ maxNorm: 1 }), adam({ learningRate: 0.01 })) as Optimizer;

/** One of each kind of learner. */
export const kinds: readonly Kind[] = [
  {
    name: "createLearner",
    learner: createLearner({
      network: { inputs: 2, layers: [{ units: 3 }, { units: 1, activation: "identity" }], seed: 5 },
      optimizer: clipped,
    }),
    samples: points,
    bad: pointsBad,
  },
  ...(["classification", "regression", "multilabel"] as const).map((task) => ({
    name: `createTableLearner for ${task}`,
    learner: smallTable(task),
    samples: tableSamples(task),
    bad: tableBad,
  })),
  {
    name: "createChampion",
    learner: createChampion({
      learners: { slow: line(0.001), quick: line(0.05) },
      metric: rolling(mae(), { window: 30 }),
      every: 40,
    }),
    samples: points,
    bad: pointsBad,
  },
  {
    name: "createBackgroundLearner",
    learner: createBackgroundLearner({
      learner: createLearner({
        network: { inputs: 2, layers: [{ units: 1 }], cost: "crossEntropy" },
        optimizer: sgd({ learningRate: 0.05 }),
      }),
      drift: adwin({ clock: 1, gracePeriod: 5, minWindowLength: 3 }) as DriftDetector<unknown>,
      patience: 60,
      limit: 200,
    }),
    samples: signs,
    bad: [...pointsBad, { features: [1, 2], target: 2 }],
  },
  {
    name: "createBackgroundLearner of a table learner",
    learner: createBackgroundLearner({ learner: smallTable("classification"), patience: 60 }),
    samples: tableSamples("classification"),
    bad: tableBad,
  },
  {
    name: "createAnomalyLearner",
    learner: createAnomalyLearner({ hidden: [{ units: 2, activation: "tanh" }], optimizer: clipped, seed: 4 }),
    samples: tableSamples("regression"),
    bad: [{ features: 5 }, { features: { x: {} } }, {}],
  },
].map((kind) => {
  const [sample] = kind.samples(1);
  return { ...kind, bad: [...noSamples, ...noWeights.map((weight) => ({ ...sample, weight })), ...kind.bad] };
});
