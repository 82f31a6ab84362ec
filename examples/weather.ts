/**
 * Tomorrow's weather in Seattle, from four years of daily records: the default learner for tables beside predictors that
 * never look at the features. Each day is predicted before it is learned.
 *
 * Run: deno run --allow-read examples/weather.ts
 */
import {
  accuracy,
  createTableLearner,
  inferSchema,
  logLoss,
  macroF1,
  progressiveValScore,
} from "@backstream/backstream";
import { fromCsv } from "@backstream/backstream/csv";
import { lastValueFrom, toArray } from "rxjs";
import { tableOf } from "./vega.ts";

const { readable } = await Deno.open(tableOf("seattle-weather.csv"));
const days = await lastValueFrom(fromCsv(readable, { typed: true }).pipe(toArray()));

console.log("The records:");
for (const { name, type } of inferSchema(days.slice(0, 100)).fields) console.log(`  ${name}: ${type}`);

// What is known today, and what the weather of tomorrow will be: drizzle, fog, rain, snow or sun.
const samples = days.slice(1).map(({ weather }, i) => ({ features: days[i], target: String(weather) }));

const learner = createTableLearner({ task: "classification" });
const { scores, baselines, state } = progressiveValScore(learner, samples, {
  metrics: [accuracy(), macroF1(), logLoss()],
});

console.log(`\n${samples.length} days, each predicted from the day before:`);
const row = (name: string, { accuracy, macroF1, logLoss }: typeof scores) =>
  console.log(
    `  ${name.padEnd(18)} accuracy ${accuracy.toFixed(3)}  macro F1 ${macroF1.toFixed(3)}  log loss ${
      logLoss.toFixed(3)
    }`,
  );
row("the table learner", scores);
row("the same as today", baselines!.noChange);
row("how often so far", baselines!.prior);

const labels = learner.labelsOf!(state);
const chances = learner.predictOne(state, days.at(-1)!);
console.log(`\nThe day after ${days.at(-1)!.date}:`);
labels.forEach((label, j) => console.log(`  ${label.padEnd(8)} ${(100 * chances[j]).toFixed(0).padStart(3)} %`));
