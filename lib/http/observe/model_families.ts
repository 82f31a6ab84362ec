import type { Head } from "../hosted/hosted_model.ts";
import type { ModelWork } from "./create_meter.ts";
import type { MetricFamily, MetricSample } from "./metric_family.ts";

/** A model to be told of. */
export interface ObservedModel {
  /** Its name. */
  readonly name: string;
  /** What it knows; undefined if that could not be read. */
  readonly head: Head | undefined;
  /** What this instance has done for it. */
  readonly work: ModelWork;
}

/** A number of a head: its name, whether it only grows, what it tells, and how to read it. */
type Reading = readonly [name: string, type: "counter" | "gauge", help: string, read: (head: Head) => number];

const READINGS: readonly Reading[] = [
  ["samples_learned", "counter", "Samples learned, late labels included.", ({ stats }) => stats.learned],
  ["labels_learned", "counter", "Late labels learned.", ({ stats }) => stats.labelled],
  ["samples_refused", "counter", "Samples refused, as far as a commit has followed.", ({ stats }) => stats.refused],
  ["samples_duplicate", "counter", "Samples not learned again, by their ids.", ({ stats }) => stats.duplicates],
  ["predictions_remembered", "counter", "Predictions remembered for a late label.", ({ stats }) => stats.remembered],
  ["predictions_pending", "gauge", "Remembered predictions without a label.", ({ stats }) => stats.pending],
  ["drifts", "counter", "Drifts found.", ({ stats }) => stats.drifts],
  ["rollbacks", "counter", "Rollbacks made.", ({ stats }) => stats.rollbacks],
  ["version", "gauge", "The number of the newest commit.", ({ version }) => version],
  ["parameters", "gauge", "Parameters of the network.", ({ state }) => state.network?.parameters.length ?? NaN],
  ["cost", "gauge", "Mean cost, fading over about the last 1000 samples.", ({ stats }) => stats.cost],
  ["commit_timestamp_seconds", "gauge", "When the newest commit was made.", ({ stats }) => stats.time / 1000],
];

const WORK: readonly [name: string, type: "counter" | "gauge", help: string, read: (work: ModelWork) => number][] = [
  ["predictions", "counter", "Predictions made by this instance.", ({ predictions }) => predictions],
  ["commits", "counter", "Commits made by this instance.", ({ commits }) => commits],
  ["conflicts", "counter", "Commits of this instance that another one came before.", ({ conflicts }) => conflicts],
  ["record_bytes", "gauge", "Bytes of the record last saved or loaded.", ({ bytes }) => bytes],
];

/**
 * The metrics of models. What a head tells is true of the model wherever it is asked, and survives restarts; what an
 * instance has done is its own.
 *
 * @param models The models.
 * @returns The metrics, with the label `model`; scores have also `predictor`, which is `model` or a baseline, and `score`.
 */
export function modelFamilies(models: readonly ObservedModel[]): MetricFamily[] {
  const family = (name: string, type: MetricFamily["type"], help: string, samples: MetricSample[]): MetricFamily => {
    return { name: `backstream_model_${name}`, type, help, samples };
  };
  const heads = models.flatMap(({ name, head }) => head === undefined ? [] : [{ name, head }]);
  return [
    family(
      "up",
      "gauge",
      "Whether the model could be read.",
      models.map(({ name, head }) => ({
        labels: { model: name },
        value: head === undefined ? 0 : 1,
      })),
    ),
    ...READINGS.map(([name, type, help, read]) =>
      family(name, type, help, heads.map(({ name, head }) => ({ labels: { model: name }, value: read(head) })))
    ),
    family(
      "score",
      "gauge",
      "Scores, each sample predicted before it is learned.",
      heads.flatMap(({ name, head }) =>
        Object.entries(head.stats.scores).flatMap(([predictor, scores]) =>
          Object.entries(scores as Record<string, number>).map(([score, value]) => ({
            labels: { model: name, predictor, score },
            value,
          }))
        )
      ),
    ),
    ...WORK.map(([name, type, help, read]) =>
      family(name, type, help, models.map(({ name, work }) => ({ labels: { model: name }, value: read(work) })))
    ),
  ];
}
