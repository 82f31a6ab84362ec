import { sgd, type TableLearnerOptions } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readTableOptions } from "../../lib/learner/table_options.ts";

Deno.test("readTableOptions() completes what is not given", () => {
  const { optimizer, drift, ...rest } = readTableOptions({ task: "classification" });
  assertEquals(rest, {
    task: "classification",
    features: {},
    labels: [],
    units: 1,
    classWeights: {},
    lags: 0,
    hidden: [{ units: 32, activation: "silu" }, { units: 32, activation: "silu" }],
    members: 3,
    replays: 6,
    memory: 2000,
    maxBytes: 2 ** 24,
    maxClasses: 256,
    seed: 1,
  });
  assertEquals(optimizer.spec?.name, "adam");
  assertEquals(drift?.spec.name, "adwin");
});

Deno.test("readTableOptions() keeps what is given", () => {
  const optimizer = sgd({ learningRate: 0.5 });
  const given = {
    task: "regression",
    labels: ["a", "b"],
    lags: 2,
    hidden: [],
    drift: null,
    optimizer,
    seed: 9,
  } as const;
  const { units, lags, hidden, drift, optimizer: { spec }, seed } = readTableOptions(given as TableLearnerOptions);
  assertEquals({ units, lags, hidden, drift, spec, seed }, {
    units: 2,
    lags: 2,
    hidden: [],
    drift: null,
    spec: optimizer.spec,
    seed: 9,
  });
  const labels = Array.from({ length: 300 }, (_, i) => `${i}`);
  assertEquals(readTableOptions({ task: "multilabel", labels }).maxClasses, 300);
});

const bad: [options: object, problem: string][] = [
  [{ task: "guess" }, 'task must be one of classification, regression, multilabel: current value is "guess"'],
  [{}, "task must be one of classification, regression, multilabel: current value is undefined"],
  [{ labels: ["a", "a"] }, 'labels must differ: current value is "a" twice'],
  [{ task: "regression", labels: ["a"], units: 2 }, "labels must be 2, one a number: current value is 1"],
  [{ labels: ["a", "b", "c"], maxClasses: 2 }, "labels must be 2 at most: current value is 3"],
  [{ units: 0 }, "units must be a whole number from 1 on: current value is 0"],
  [{ lags: -1 }, "lags must be a whole number from 0 on: current value is -1"],
  [{ members: 0 }, "members must be a whole number from 1 on: current value is 0"],
  [{ replays: 0.5 }, "replays must be a whole number from 0 on: current value is 0.5"],
  [{ memory: "9" }, 'memory must be a whole number from 1 on: current value is "9"'],
  [{ maxClasses: 1 }, "maxClasses must be a whole number from 2 on: current value is 1"],
  [{ maxBytes: 1e6 }, "maxBytes must be a whole number from 1048576 on: current value is 1000000"],
  [{ seed: -1 }, "seed must be a whole number from 0 on: current value is -1"],
  [{ seed: 2 ** 48 }, "seed must be a whole number from 0 on: current value is 281474976710656"],
  [{ classWeights: { a: -1 } }, "classWeights.a must be a number from 0 on: current value is -1"],
  [{ classWeights: { a: "2" } }, 'classWeights.a must be a number from 0 on: current value is "2"'],
];

Deno.test("readTableOptions() refuses what is out of range", () => {
  for (const [options, problem] of bad) {
    const given = {
      task: "classification",
      ...options,
      ...("task" in options || problem.startsWith("task")) ? options : {},
    };
    if (problem.endsWith("undefined")) delete (given as { task?: string }).task;
    const { message } = assertThrows(() => readTableOptions(given as TableLearnerOptions), RangeError);
    assertEquals(message, `Cannot create table learner as ${problem}`);
  }
});

Deno.test("readTableOptions() refuses labels that are no list of texts", () => {
  for (const [labels, shown] of [["ab", '"ab"'], [["a", 1], '["a",1]']]) {
    const options = { task: "classification", labels } as unknown as TableLearnerOptions;
    const { message } = assertThrows(() => readTableOptions(options), TypeError);
    assertEquals(message, `Cannot create table learner as labels must be a list of texts: current value is ${shown}`);
  }
});
