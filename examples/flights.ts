/**
 * Which flights will be late? 20,000 flights in the order in which they left, from records of dates and airports. Three
 * learners compete on the stream; the best of late serves, and who took whose place is printed.
 *
 * Run: deno run --allow-read examples/flights.ts
 */
import {
  type ChampionState,
  createChampion,
  createTableLearner,
  logLoss,
  progressiveValScore,
  rocAuc,
  rolling,
} from "@backstream/backstream";
import { tableOf } from "./vega.ts";

interface Flight {
  readonly date: string;
  readonly delay: number;
  readonly distance: number;
  readonly origin: string;
  readonly destination: string;
}

const flights: Flight[] = JSON.parse(await Deno.readTextFile(tableOf("flights-20k.json")));
const count = Number(Deno.args[0] ?? flights.length);

/** A flight is late from a quarter of an hour on. */
const samples = flights.slice(0, count).map(({ date, delay, ...features }) => ({
  features: { ...features, date: new Date(`${date.replaceAll("/", "-").replace(" ", "T")}Z`) },
  target: delay >= 15 ? "late" : "in time",
}));

const task = "classification";
const labels = ["in time", "late"];
const learner = createChampion({
  learners: {
    linear: createTableLearner({ task, labels, hidden: [], members: 1, replays: 0 }),
    small: createTableLearner({ task, labels, members: 1, replays: 1 }),
    usual: createTableLearner({ task, labels }),
  },
  metric: rolling(logLoss(), { window: 1000 }),
  every: 1000,
  margin: 0.005,
});

const { scores, baselines, state } = progressiveValScore(learner, samples, { metrics: [rocAuc(), logLoss()] });
console.log(`${samples.length} flights, each predicted before it left:`);
console.log(`  the champion: ROC AUC ${scores.rocAuc.toFixed(3)}, log loss ${scores.logLoss.toFixed(3)}`);
console.log(
  `  as often late as so far: ROC AUC ${baselines!.prior.rocAuc.toFixed(3)}, log loss ${
    baselines!.prior.logLoss.toFixed(3)
  }`,
);
for (const { samples, from, to, before, after } of (state as ChampionState).promotions) {
  console.log(
    `  after ${samples}: ${to} takes the place of ${from}, log loss ${after.toFixed(3)} instead of ${
      before.toFixed(3)
    }`,
  );
}
console.log(`  serving at the end: ${(state as ChampionState).champion}`);
