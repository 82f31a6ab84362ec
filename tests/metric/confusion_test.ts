import { type Confusion, fromConfusion } from "../../lib/metric/confusion.ts";
import { assertEquals } from "@std/assert";
import { guesses, scoreOf } from "./predictions.ts";

const all = fromConfusion({ name: "all" }, (confusion): Confusion => confusion);

Deno.test("fromConfusion() gives the matrix and its sums", () => {
  assertEquals(scoreOf(all, guesses([0, 0], [2, 1], [2, 1], [1, 1])), {
    matrix: [[1, 0, 0], [0, 1, 2], [0, 0, 0]],
    targets: [1, 3, 0],
    outputs: [1, 1, 2],
    total: 4,
    hits: 2,
  });
});

Deno.test("fromConfusion() keeps no more zeros than it must", () => {
  const state = all.update(all.init(), { output: [0, 1, 0, 0], target: [0, 0, 1, 0] });
  assertEquals(state, { counts: [[], [], [0, 1], []] });
});

Deno.test("fromConfusion() grows from one output to four", () => {
  const predictions = [
    { output: [0.9], target: [1] },
    { output: [0.1, 0.2, 0.7], target: [0, 1, 0] },
    { output: [0.4, 0.6], target: [0, 0, 0, 1] },
  ];
  assertEquals(scoreOf(all, predictions).matrix, [[0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0], [0, 1, 0, 0]]);
});
