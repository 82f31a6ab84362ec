import { adam, encodeLearner, memoryStore } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { decodeRecord } from "../../lib/http/hosted/record.ts";
import { gzip } from "./body/bodies.ts";
import { classLearner, get, lineLearner, post, snapshot } from "./apps.ts";

const path = "/models/line/learn";
const app = () => createApp({ models: { line: lineLearner() } });

Deno.test("POST learn predicts, scores and learns one sample", async () => {
  // y = 0 x + 0: output 0, cost 1/2 (0 - 2)^2 = 2; then w = b = 1/2 2 = 1, so that the next output is 2.
  const line = app();
  const first = await post(line, path, { features: [1], target: 2 });
  assertEquals(first.status, 200);
  const none = { duplicates: 0, refused: 0 };
  assertEquals(first.body, {
    ...{ samples: 1, ...none, cost: 2, version: 1, before: 0 },
    results: [{ status: "learned", output: [0], cost: 2 }],
  });
  const second = await post(line, path, { features: [1], target: 2 });
  assertEquals(second.body, {
    ...{ samples: 1, ...none, cost: 0, version: 2, before: 1 },
    results: [{ status: "learned", output: [2], cost: 0 }],
  });
});

Deno.test("POST learn takes an array, dense and sparse features, weights", async () => {
  const line = app();
  const { body } = await post(line, path, [
    { features: [1], target: 2 },
    { features: { indices: [0], values: [3] }, target: 1, weight: 0.25 },
  ]);
  assertEquals(body.results.map(({ cost }: { cost: number }) => cost), [2, 4.5]);
  assertEquals([body.samples, body.cost, body.version], [2, 3.25, 1]);
});

Deno.test("POST learn takes a body that is compressed with gzip", async () => {
  const line = app();
  const response = await line.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    body: await gzip(JSON.stringify({ features: [1], target: 2 })),
  });
  assertEquals([response.status, (await response.json()).cost], [200, 2]);
});

Deno.test("POST learn gives class, label and probabilities where the learner classifies", async () => {
  const colors = createApp({ models: { colors: classLearner() } });
  const { body } = await post(colors, "/models/colors/learn", { features: [0, 1], target: "blue" });
  const [{ output, class: index, label, probabilities }] = body.results;
  assertEquals(probabilities, { red: output[0], green: output[1], blue: output[2] });
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
    "features",
    "Cannot use features as it must be an array of numbers or { indices, values }: current value is an object with keys length",
  ],
  [
    "an array that is an object",
    { features: { length: 1, 0: 5 }, target: 2 },
    "features",
    "Cannot use features as it must be an array of numbers or { indices, values }: current value is an object with keys 0, length",
  ],
  [
    "a misspelled member",
    { features: [1], target: 2, wieght: 3 },
    "sample",
    "Cannot use sample as it must have no members but features, target, weight, id, time: current value is an object with keys features, target, wieght",
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

Deno.test("POST learn answers 400 for what is no JSON", async () => {
  const line = app();
  const whole = await post(line, path, '{"features":[1');
  assertEquals([whole.status, whole.body], [400, {
    type: "about:blank",
    status: 400,
    title: "Bad Request",
    detail: "Cannot read the body as it must be JSON: the mistake is at position 14",
    position: 14,
    requestId: whole.headers.get("x-request-id"),
  }]);
  assertEquals((await get(line, "/models/line")).body.samples, 0);
});

Deno.test("POST learn refuses finite samples that would make the model infinite, and the model goes on", async () => {
  const line = app();
  await post(line, path, { features: [1], target: 2 });
  const before = await snapshot(line);
  for (const weight of [1e300, 1e39]) {
    const sample = { features: [1], target: 3, weight };
    const { status, body, headers } = await post(line, path, [{ features: [1], target: 2 }, sample]);
    assertEquals([status, body], [422, {
      type: "about:blank",
      status: 422,
      title: "Unprocessable Content",
      detail: "Cannot learn the samples as the model must stay finite: current value is too large",
      requestId: headers.get("x-request-id"),
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
  const befores = answers.map(({ body }) => body.before).sort((a, b) => a - b);
  assertEquals(befores, Array.from({ length: 40 }, (_, i) => 2 * i));
  for (const each of apps) assertEquals((await get(each, "/models/line")).body.samples, 80);
});

Deno.test("POST learn on two apps is learnMany in the order that the answers tell, byte for byte", async () => {
  const store = memoryStore();
  const apps = [1, 2].map(() => createApp({ models: { colors: classLearner() }, store, staleness: 0 }));
  const samples = Array.from({ length: 20 }, (_, i) => ({ features: [i % 7 / 7, i % 5 / 5], target: i % 3 }));
  const answers = await Promise.all(samples.map(async (sample, i) => {
    const { body: { before } } = await post(apps[i % 2], "/models/colors/learn", sample);
    return { sample, before };
  }));
  const inOrder = answers.sort((a, b) => a.before - b.before).map(({ sample }) => sample);
  const learner = classLearner();
  const expected = encodeLearner(learner, learner.learnMany(learner.init(), inOrder).state);
  for (const app of apps) assertEquals(await snapshot(app, "colors"), expected);
});

Deno.test("POST learn does not learn a sample twice, by its id or by the key of its request", async () => {
  const line = app();
  const key = { "idempotency-key": "a" };
  const sample = { features: [1], target: 2, id: "one" };
  const first = await post(line, path, sample, key);
  const before = await snapshot(line);
  const { results, ...rest } = first.body;
  assertEquals(results[0].status, "learned");
  assertEquals((await post(line, path, sample, key)).body, { ...rest, replayed: true });
  const other = await post(line, path, [sample, sample]);
  assertEquals([other.body.duplicates, other.body.results], [2, [{ status: "duplicate" }, { status: "duplicate" }]]);
  assertEquals(await snapshot(line), before);
  const misused = await post(line, path, { features: [1], target: 3 }, key);
  assertEquals([misused.status, await snapshot(line)], [422, before]);
  for (const bad of ["", "ü", "a b", "x".repeat(201)]) {
    assertEquals((await post(line, path, sample, { "idempotency-key": bad })).status, 400, bad);
  }
});
