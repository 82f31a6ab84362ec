import type { Metric, Prediction } from "@backstream/backstream";
import { nextRandom } from "@backstream/backstream";

/** The metric after these predictions. */
export function scoreOf<State, Value>(
  metric: Metric<State, Prediction, Value>,
  predictions: readonly Prediction[],
): Value {
  return metric.value(predictions.reduce((state, prediction) => metric.update(state, prediction), metric.init()));
}

/** Predictions of one output: pairs of output and target. */
export function pairs(...pairs: readonly [output: number, target: number][]): Prediction[] {
  return pairs.map(([output, target]) => ({ output: [output], target: [target] }));
}

/** Predictions of three classes, right or wrong, as the classes say. */
export function guesses(...classes: readonly [output: number, target: number][]): Prediction[] {
  const vector = (k: number) => [0, 1, 2].map((j) => j === k ? 1 : 0);
  return classes.map(([output, target]) => ({ output: vector(output), target: vector(target) }));
}

/** Seeded predictions with weights: probabilities, and a class that came true, which is the likeliest one at times. */
export function drawnPredictions(count: number, units: number, seed = 1): Prediction[] {
  const draw = () => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return value;
  };
  return Array.from({ length: count }, () => {
    const weight = Math.floor(draw() * 5) / 2;
    if (units === 1) return { output: [draw()], target: [draw() > 0.6 ? 1 : 0], weight };
    const drawn = Array.from({ length: units }, draw);
    const sum = drawn.reduce((total, x) => total + x, 0);
    const known = Math.floor(draw() * units);
    const likeliest = drawn.indexOf(Math.max(...drawn));
    const truth = draw() < 0.5 ? known : likeliest;
    return { output: drawn.map((x) => x / sum), target: drawn.map((_, j) => j === truth ? 1 : 0), weight };
  });
}
