import { adam, encodeLearner, memoryStore } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { decodeRecord } from "../../lib/http/hosted/record.ts";
import { type App, classLearner, get, lineLearner, post } from "./apps.ts";

const path = "/models/line/learn";
const app = () => createApp({ models: { line: lineLearner() } });

/** All that the model knows, to see whether a request has changed it. */
async function snapshot(app: App, name = "line"): Promise<Uint8Array> {
  return new Uint8Array(await (await app.request(`/models/${name}/snapshot`)).arrayBuffer());
}

Deno.test("POST learn predicts, scores and learns one sample", async () => {
  // y = 0 x + 0: output 0, cost 1/2 (0 - 2)^2 = 2; then w = b = 1/2 2 = 1, so that the next output is 2.
  const line = app();
  const first = await post(line, path, { features: [1], target: 2 });
  assertEquals(first.status, 200);
  assertEquals(first.body, { samples: 1, cost: 2, version: 1, results: [{ output: [0], cost: 2 }] });
  const second = await post(line, path, { features: [1], target: 2 });
  assertEquals(second.body, { samples: 1, cost: 0, version: 2, results: [{ output: [2], cost: 0 }] });
});

Deno.test("POST learn takes an array, NDJSON and sparse features, with the same result", async () => {
  const samples = [{ features: [1], target: 2 }, { features: { indices: [0], values: [3] }, target: 1, weight: 0.25 }];
  const [asArray, asLines] = [app(), app()];
  const array = await post(asArray, path, samples);
  const lines = await post(asLines, path, `${samples.map((sample) => JSON.stringify(sample)).join("\r\n\n")}\n`, {
    "content-type": "application/x-ndjson; charset=utf-8",
  });
  assertEquals(array.body.results.map(({ cost }: { cost: number }) => cost), [2, 4.5]);
  assertEquals(array.body.cost, 3.25);
  assertEquals(lines.body, array.body);
  assertEquals(await snapshot(asLines), await snapshot(asArray));
});

Deno.test("POST learn gives class and label where the learner classifies", async () => {
  const colors = createApp({ models: { colors: classLearner() } });
  const { body } = await post(colors, "/models/colors/learn", { features: [0, 1], target: "blue" });
  const [{ output, class: index, label }] = body.results;
  assertEquals(output.length, 3);
  assertEquals(index, output.indexOf(Math.max(...output)));
  assertEquals(label, ["red", "green", "blue"][index]);
});

Deno.test("POST learn learns what learnMany learns, byte for byte", async () => {
  const learner = classLearner({ optimizer: adam({ learningRate: 0.1 }) });
  const samples = Array.from({ length: 60 }, (_, i) => ({ features: [i % 7 / 7, i % 5 / 5], target: i % 3 }));
  const colors = createApp({ models: { colors: learner } });
  for (let i = 0; i < samples.length; i += 20) {
    await post(colors, "/models/colors/learn", samples.slice(i, i + 20));
  }
  const expected = learner.learnMany(learner.init(), samples).state;
  assertEquals(await snapshot(colors, "colors"), encodeLearner(learner, expected));
  assertEquals(expected.samples, 60);
});

Deno.test("POST learn has saved the state when it answers", async () => {
  const store = memoryStore();
  const line = createApp({ models: { line: lineLearner() }, store });
  const { body: { version } } = await post(line, path, { features: [1], target: 2 });
  const stored = await store.load("line");
  const { ledger, state } = decodeRecord(stored!.bytes);
  assertEquals([ledger.version, state.samples], [version, 1]);
});

const bad: [name: string, body: unknown, field: string, detail: string][] = [
  [
    "a wrong length",
    { features: [1, 2], target: 2 },
    "features",
    "Cannot use features as it must hold 1 numbers: current value is an array of length 2",
  ],
  [
    "text for a number",
    { features: ["1"], target: 2 },
    "features[0]",
    'Cannot use features[0] as it must be a finite number: current value is "1"',
  ],
  [
    "null for a number",
    { features: [null], target: 2 },
    "features[0]",
    "Cannot use features[0] as it must be a finite number: current value is null",
  ],
  [
    "a number beyond float32",
    '{"features":[1e39],"target":2}',
    "features[0]",
    "Cannot use features[0] as it must be a finite number in float32: current value is 1e+39",
  ],
  [
    "a pretended array",
    { features: { length: 1 }, target: 2 },
    "features[0]",
    "Cannot use features[0] as it must be a finite number: current value is undefined",
  ],
  [
    "a nested array",
    { features: [[1]], target: 2 },
    "features[0]",
    "Cannot use features[0] as it must be a finite number: current value is an array of length 1",
  ],
  [
    "a label where there are none",
    { features: [1], target: "red" },
    "target",
    'Cannot use target as it must be a number or a vector where the learner has no labels: current value is "red"',
  ],
  [
    "a negative weight",
    { features: [1], target: 2, weight: -1 },
    "weight",
    "Cannot use weight as it must be a number from 0 on: current value is -1",
  ],
  [
    "no sample",
    "42",
    "sample",
    "Cannot use sample as it must be an object with features and target: current value is 42",
  ],
  [
    "the fifth sample of several",
    [1, 2, 3, 4, "x"].map((x) => ({ features: [x], target: 2 })),
    "samples[4].features[0]",
    'Cannot use samples[4].features[0] as it must be a finite number: current value is "x"',
  ],
];
for (const [name, body, field, detail] of bad) {
  Deno.test(`POST learn answers 422 for ${name}, and nothing is learned`, async () => {
    const line = app();
    await post(line, path, { features: [1], target: 2 });
    const before = await snapshot(line);
    const answer = await post(line, path, body);
    assertEquals([answer.status, answer.body.field, answer.body.detail], [422, field, detail]);
    assertEquals(await snapshot(line), before);
  });
}

Deno.test("POST learn answers 400 for what is no JSON, with the line", async () => {
  const line = app();
  const whole = await post(line, path, '{"features":[1');
  assertEquals([whole.status, whole.body], [400, {
    type: "about:blank",
    status: 400,
    title: "Bad Request",
    detail: "Cannot read the body as it must be JSON: the mistake is at position 14",
    position: 14,
  }]);
  const lines = await post(line, path, '{"features":[1],"target":2}\n\n{oops}\n', {
    "content-type": "application/x-ndjson",
  });
  assertEquals([lines.status, lines.body.detail, lines.body.line], [
    400,
    "Cannot read line 3 as it must be JSON: the mistake is at position 1",
    3,
  ]);
  assertEquals((await get(line, "/models/line")).body.samples, 0);
});

Deno.test("POST learn refuses finite samples that would make the model infinite, and the model goes on", async () => {
  const line = app();
  await post(line, path, { features: [1], target: 2 });
  const before = await snapshot(line);
  for (const weight of [1e300, 1e39]) {
    const { status, body } = await post(line, path, [{ features: [1], target: 2 }, {
      features: [1],
      target: 3,
      weight,
    }]);
    assertEquals([status, body], [422, {
      type: "about:blank",
      status: 422,
      title: "Unprocessable Content",
      detail: "Cannot learn the samples as the model must stay finite: current value is too large",
    }]);
    assertEquals(await snapshot(line), before);
  }
});

Deno.test("POST learn refuses finite samples whose output or cost is not a number for JSON", async () => {
  // The target is 3e38 away, and half of its square is beyond float32, but the step of 1/2 3e38 is not.
  const far = [{ features: [1], target: 2 }, { features: [0], target: 3e38 }];
  // Four times 3e38 is beyond float32, but the cost is clamped there and its gradient is 0.
  const network = { ...lineLearner().init().network, cost: "crossEntropy" as const, parameters: Float32Array.of(4, 0) };
  const steep = lineLearner({ network, task: "regression" });
  const both = createApp({ models: { line: lineLearner(), steep } });
  const answers = [
    await post(both, path, far),
    await post(both, "/models/steep/learn", { features: [3e38], target: 1 }),
  ];
  assertEquals(answers.map(({ status, body }) => [status, body.field, body.rule]), [
    [422, "samples[1].target", "be near enough to the output for a finite cost"],
    [422, "features", "be small enough for a finite output"],
  ]);
  for (const name of ["line", "steep"]) assertEquals((await get(both, `/models/${name}`)).body.samples, 0);
});

Deno.test("POST learn counts each of many concurrent requests, on two apps with one store", async () => {
  const store = memoryStore();
  const apps = [1, 2].map(() => createApp({ models: { line: lineLearner() }, store, staleness: 0 }));
  const answers = await Promise.all(
    Array.from(
      { length: 40 },
      (_, i) => post(apps[i % 2], path, [{ features: [i / 40], target: 1 }, { features: [1 - i / 40], target: 0 }]),
    ),
  );
  assertEquals(answers.map(({ status }) => status), Array(40).fill(200));
  for (const each of apps) assertEquals((await get(each, "/models/line")).body.samples, 80);
});
