import { plainBytes, type TableLearnerOptions } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { tableBudget } from "../../lib/learner/table_budget.ts";
import { readTableOptions } from "../../lib/learner/table_options.ts";
import { partsOf } from "./parts_of.ts";

function budgetOf(options: Partial<TableLearnerOptions>) {
  const all = readTableOptions({ task: "classification", ...options });
  const members = partsOf(all).committees.flatMap(({ members }) => members);
  const budget = tableBudget(all, members);
  const bytesAt = (inputs: number, units: number) =>
    members.reduce((sum, member) => sum + plainBytes(member.at({ inputs, units }).init()), 0);
  return { ...budget, bytesAt };
}

const tables: [name: string, options: Partial<TableLearnerOptions>][] = [
  ["by default", {}],
  ["in 1 MiB", { maxBytes: 2 ** 20 }],
  ["without hidden layers", { maxBytes: 2 ** 20, hidden: [] }],
  ["of many classes", { maxBytes: 2 ** 22, maxClasses: 5000 }],
  ["of labels", { task: "multilabel", maxBytes: 2 ** 20 }],
  ["of many numbers", { task: "regression", units: 100, maxBytes: 2 ** 21 }],
  ["that sees earlier targets", { maxBytes: 2 ** 20, lags: 3 }],
];
for (const [name, options] of tables) {
  Deno.test(`tableBudget(): a table ${name} fits when it has all columns and classes that it may have`, () => {
    const { maxWidth, maxClasses, memoryBytes, bytesAt } = budgetOf(options);
    const { maxBytes = 2 ** 24, lags = 0, units = 1, task } = options;
    const inputs = maxWidth + lags * maxClasses;
    // Beside the weights: names of 256 characters of each field and category, statistics; a label, its counts.
    const texts = maxWidth * (2 * 520 + 100) + maxClasses * 560 + lags * maxClasses * 80;
    const all = bytesAt(inputs, maxClasses) + texts + memoryBytes;
    assert(all < maxBytes, `${all} of ${maxBytes}`);
    assert(all > maxBytes / 2, `only ${all} of ${maxBytes}`);
    assert(maxWidth >= 64, `${maxWidth} columns`);
    assert(task === "regression" ? maxClasses === units : maxClasses >= 10, `${maxClasses} classes`);
  });
}

Deno.test("tableBudget() keeps the bounds that are given, where they are smaller", () => {
  const { maxWidth, maxClasses } = budgetOf({ features: { maxWidth: 7 }, maxClasses: 3 });
  assertEquals([maxWidth, maxClasses], [7, 3]);
});

Deno.test("tableBudget() has room for all labels that are given", () => {
  const labels = Array.from({ length: 200 }, (_, i) => `${i}`);
  assertEquals(budgetOf({ maxBytes: 2 ** 20, labels }).maxClasses, 200);
});

Deno.test("tableBudget() refuses what does not fit", () => {
  const text =
    "Cannot create table learner as maxBytes must have room for its layers, outputs and lags: current value is";
  for (const options of [{ hidden: [{ units: 400 }, { units: 400 }] }, { lags: 1000 }]) {
    const { message } = assertThrows(() => budgetOf({ maxBytes: 2 ** 20, ...options }), RangeError);
    assertEquals(message, `${text} 1048576`);
  }
});
