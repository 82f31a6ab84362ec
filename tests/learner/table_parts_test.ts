import { assertEquals } from "@std/assert";
import { partsOf } from "./parts_of.ts";

const size = { inputs: 2, units: 2 };
const known = { labels: ["a", "b"], units: 2, scaler: { statistics: new Float64Array() } };

Deno.test("createTableParts() makes a main committee, a linear network and a quick one", () => {
  const { committees } = partsOf();
  const layers = committees.map(({ members }) =>
    members.map((member) =>
      member.at(size).init().network.layers.map(({ units, activation }) => `${units} ${activation}`)
    )
  );
  assertEquals(layers, [
    [["4 tanh", "2 softmax"], ["4 tanh", "2 softmax"]],
    [["2 softmax"]],
    [["32 tanh", "2 softmax"]],
  ]);
  assertEquals(committees.map(({ replays, restarts }) => [replays, restarts]), [[2, true], [2, true], [0, false]]);
});

Deno.test("createTableParts(): no network begins as another one", () => {
  const all = partsOf({ hidden: [], members: 4 }).committees.flatMap(({ members }) => members);
  const first = all.map((member) => [...member.at(size).init().network.parameters].join());
  assertEquals(new Set(first).size, 6);
  assertEquals(all.every((member) => member.at(size).init().network.layers.length === 1), true);
});

Deno.test("createTableParts() has the outputs of each task", () => {
  const outputs = (task: "regression" | "multilabel" | "classification") => {
    return partsOf({ task, hidden: [] }).committees.map(({ members }) => {
      const { layers, cost } = members[0].at(size).init().network;
      return `${layers[0].activation} ${cost}`;
    });
  };
  assertEquals(outputs("classification"), Array(3).fill("softmax crossEntropy"));
  assertEquals(outputs("multilabel"), Array(3).fill("sigmoid crossEntropy"));
  assertEquals(outputs("regression"), ["identity huber", "identity huber", "identity quadratic"]);
});

Deno.test("createTableParts() spreads a share of 0.05 of the targets of classes and labels that are replayed", () => {
  const y = Float32Array.of(1, 0);
  const smoothed = (task: "regression" | "multilabel" | "classification", target = y) => {
    return partsOf({ task }).committees.map(({ smooth }) => [...smooth(target)]);
  };
  const spread = [...Float32Array.of(0.975, 0.025)];
  assertEquals(smoothed("classification"), [spread, spread, [1, 0]]);
  assertEquals(smoothed("multilabel"), [spread, spread, [1, 0]]);
  const four = Float32Array.of(1, 0, 0, 0);
  assertEquals(smoothed("classification", four)[0], [...Float32Array.of(0.9625, 0.0125, 0.0125, 0.0125)]);
  assertEquals(smoothed("regression"), [[1, 0], [1, 0], [1, 0]]);
});

Deno.test("createTableParts() weighs classes by label, by index, and by what a target has of each", () => {
  const { classWeight } = partsOf({ classWeights: { a: 3, 2: 0.5 } });
  const third = { ...known, units: 3 };
  assertEquals(classWeight(known, Float32Array.of(1, 0)), 3);
  assertEquals(classWeight(known, Float32Array.of(0, 1)), 1);
  assertEquals(classWeight(known, Float32Array.of(0.5, 0.5)), 2);
  assertEquals(classWeight(third, Float32Array.of(0, 0, 1)), 0.5);
  assertEquals(classWeight(known, Float32Array.of(0, 0)), 1);
  const numbers = partsOf({ task: "regression", classWeights: { a: 3 } });
  assertEquals(numbers.classWeight(known, Float32Array.of(1)), 1);
  assertEquals(partsOf().classWeight(known, Float32Array.of(1, 0)), 1);
});
