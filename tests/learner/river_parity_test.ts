/**
 * The models that River 0.26 calls StandardScaler | LogisticRegression and StandardScaler | LinearRegression, made of a
 * network without hidden layer: predict with the scaler as it was before the sample, let it learn, then learn the sample as
 * it scales it now. A plain float64 loop is the judge; the learner calculates in float32.
 */
import { chain, createLearner, nextNormal, scaleBiases, sgd } from "@backstream/backstream";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";

const INPUTS = 4;

interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

/** Features in units of their own, and a line in them with noise; or the sign of the line. */
function rowsOf(count: number, classes: boolean): Row[] {
  let seed = 7;
  const draw = () => {
    const [value, next] = nextNormal(seed);
    seed = next;
    return value;
  };
  return Array.from({ length: count }, () => {
    const z = Array.from({ length: INPUTS }, draw);
    const line = z.reduce((sum, value, k) => sum + value * (k - 1.2), 3) + draw();
    return { x: z.map((value, k) => 5 * k + value * 10 ** k), y: classes ? Number(line > 3) : 10 * line };
  });
}

/** Welford's mean and population variance. */
function createScaler() {
  let count = 0;
  const [mean, squares] = [Array(INPUTS).fill(0), Array(INPUTS).fill(0)];
  return {
    learn(x: readonly number[]) {
      count++;
      for (const [k, value] of x.entries()) {
        const difference = value - mean[k];
        mean[k] += difference / count;
        squares[k] += difference * (value - mean[k]);
      }
    },
    transform: (x: readonly number[]) =>
      x.map((value, k) => squares[k] > 0 ? (value - mean[k]) / Math.sqrt(squares[k] / count) : 0),
  };
}

interface Rates {
  readonly classes: boolean;
  readonly rate: number;
  readonly biasRate: number;
}

interface Model {
  predict(x: readonly number[]): number;
  learn(x: readonly number[], y: number): void;
}

/** The library's. River's squared error has twice the gradient of the quadratic cost. */
function network({ classes, rate, biasRate }: Rates): Model {
  const learner = createLearner({
    network: {
      inputs: INPUTS,
      layers: [{ units: 1, activation: classes ? "sigmoid" : "identity", initializer: "zeros" }],
      cost: classes ? "crossEntropy" : "quadratic",
    },
    optimizer: chain(scaleBiases({ factor: biasRate / rate }), sgd({ learningRate: classes ? rate : 2 * rate })),
  });
  let state = learner.init();
  return {
    predict: (x) => learner.predictOne(state, x)[0],
    learn: (x, y) => state = learner.learnOne(state, { features: x, target: y }).state,
  };
}

/** The plain loop. */
function loop({ classes, rate, biasRate }: Rates): Model {
  const weights = Array(INPUTS).fill(0);
  let bias = 0;
  const predict = (x: readonly number[]) => {
    const line = x.reduce((sum, value, k) => sum + weights[k] * value, bias);
    return classes ? 1 / (1 + Math.exp(-line)) : line;
  };
  return {
    predict,
    learn(x, y) {
      const gradient = (predict(x) - y) * (classes ? 1 : 2);
      for (const [k, value] of x.entries()) weights[k] -= rate * gradient * value;
      bias -= biasRate * gradient;
    },
  };
}

/** What each row was predicted as before it was learned. */
function predictions(rows: readonly Row[], model: Model): number[] {
  const scaler = createScaler();
  return rows.map(({ x, y }) => {
    const predicted = model.predict(scaler.transform(x));
    scaler.learn(x);
    model.learn(scaler.transform(x), y);
    return predicted;
  });
}

Deno.test("scaler and logistic regression by River's recipe: the same decisions as in float64, within 1e-6", () => {
  const rows = rowsOf(2000, true);
  const rates = { classes: true, rate: 0.005, biasRate: 0.01 };
  const [actual, expected] = [network(rates), loop(rates)].map((model) => predictions(rows, model));
  actual.forEach((p, i) => assertAlmostEquals(p, expected[i], 1e-6));
  const right = (each: number[]) => each.filter((p, i) => Number(p > 0.5) === rows[i].y).length;
  assertEquals(right(actual), right(expected));
  assert(right(actual) > 1500, `${right(actual)}`);
});

Deno.test("scaler and linear regression by River's recipe: the mean errors of float64 to six digits", () => {
  const rows = rowsOf(2000, false);
  const rates = { classes: false, rate: 0.01, biasRate: 0.01 };
  const errors = (each: number[]) => [
    each.reduce((sum, p, i) => sum + Math.abs(p - rows[i].y), 0) / rows.length,
    Math.sqrt(each.reduce((sum, p, i) => sum + (p - rows[i].y) ** 2, 0) / rows.length),
  ];
  const [actual, expected] = [network(rates), loop(rates)].map((model) => errors(predictions(rows, model)));
  actual.forEach((error, i) => assertAlmostEquals(error, expected[i], 1e-6 * expected[i]));
});
