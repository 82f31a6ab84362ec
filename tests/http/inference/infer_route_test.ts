import { assertEquals } from "@std/assert";
import type { HostedModel } from "../../../lib/http/hosted/hosted_model.ts";
import { fakeColors, fakeLine } from "./fake_model.ts";
import { infer, serveModels } from "./serve_models.ts";

const one = { name: "input", shape: [1, 1], datatype: "FP32", data: [1] };

Deno.test("POST infer predicts, and tells model, version and the id of the request", async () => {
  const { status, body } = await infer(serveModels(fakeLine()), "line", { id: "42", inputs: [one] });
  assertEquals([status, body], [200, {
    model_name: "line",
    model_version: "1",
    id: "42",
    outputs: [{ name: "output", datatype: "FP32", shape: [1, 1], data: [2] }],
  }]);
});

Deno.test("POST infer takes every type of numbers, with the same result", async () => {
  const app = serveModels(fakeLine());
  for (const datatype of ["UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP32", "FP64"]) {
    const { body } = await infer(app, "line", { inputs: [{ ...one, shape: [3, 1], datatype, data: [[0], [1], [2]] }] });
    assertEquals((body as { outputs: { data: number[] }[] }).outputs[0].data, [1, 2, 3], datatype);
  }
  const { body } = await infer(app, "line", { inputs: [{ ...one, datatype: "BOOL", data: [true] }] });
  assertEquals((body as { outputs: { data: number[] }[] }).outputs[0].data, [2]);
});

Deno.test("POST infer answers classes and labels, and of these what is asked for", async () => {
  const inputs = [{ name: "input", shape: [2, 2], datatype: "FP64", data: [5, 0, 0, 5] }];
  const { body } = await infer(serveModels(fakeColors()), "colors", {
    inputs,
    outputs: [{ name: "label" }, { name: "class" }],
  });
  assertEquals((body as { outputs: unknown }).outputs, [
    { name: "label", datatype: "BYTES", shape: [2], data: ["grün", "blue"] },
    { name: "class", datatype: "INT64", shape: [2], data: [1, 2] },
  ]);
});

Deno.test("POST infer predicts by the version in the address", async () => {
  const app = serveModels(fakeLine());
  const outcome = async (version: string) => {
    const { body } = await infer(app, `line/versions/${version}`, { inputs: [one] });
    const { model_version, outputs } = body as { model_version: string; outputs: { data: number[] }[] };
    return [model_version, ...outputs[0].data];
  };
  assertEquals([await outcome("0"), await outcome("1")], [["0", 0], ["1", 2]]);
});

const bad: [name: string, body: unknown, status: number, error: string][] = [
  ["a body that is no JSON", "{", 400, "Cannot read the body as it must be JSON"],
  ["no inputs", {}, 400, "Cannot use inputs as it must be an array of tensors: current value is undefined"],
  [
    "too many samples",
    { inputs: [{ ...one, shape: [5, 1], data: [1, 2, 3, 4, 5] }] },
    400,
    "Cannot use inputs[0].shape as it must be [n] or [n, d] with n from 1 to 4: current value is an array of length 2",
  ],
  [
    "a wrong width",
    { inputs: [{ ...one, shape: [1, 2], data: [1, 2] }] },
    400,
    "Cannot use samples[0].features as it must hold 1 numbers: current value is an array of length 2",
  ],
  [
    "texts for numbers",
    { inputs: [{ ...one, datatype: "BYTES", data: ["1"] }] },
    400,
    'Cannot use samples[0].features[0] as it must be a finite number: current value is "1"',
  ],
];
for (const [name, body, status, error] of bad) {
  Deno.test(`POST infer answers ${status} for ${name}`, async () => {
    assertEquals(await infer(serveModels(fakeLine()), "line", body), { status, body: { error } });
  });
}

Deno.test("POST infer answers 404 for a model or a version that is not there", async () => {
  const app = serveModels(fakeLine());
  assertEquals(await infer(app, "curve", { inputs: [one] }), {
    status: 404,
    body: { error: 'There is no model "curve"' },
  });
  const { status, body } = await infer(app, "line/versions/7", { inputs: [one] });
  assertEquals([status, body], [404, { error: "Version 7 is not kept" }]);
});

Deno.test("POST infer takes a tensor a field where the model takes records", async () => {
  const asked: unknown[] = [];
  const { learner, state, version } = await fakeLine().head();
  const records = {
    ...learner,
    fieldsOf: () => ({ fields: [{ name: "age", type: "numeric" }, { name: "city", type: "text" }] }),
  };
  const model = {
    ...fakeLine(),
    head: () => Promise.resolve({ learner: records, state, version }),
    predict: (_by: unknown, inputs: unknown[]) => {
      asked.push(...inputs);
      return inputs.map((_, i) => Float32Array.of(i));
    },
  } as unknown as HostedModel;
  const app = serveModels(model);
  const inputs = [
    { name: "age", shape: [2], datatype: "INT32", data: [42, 7] },
    { name: "city", shape: [2, 1], datatype: "BYTES", data: [["Paris"], [""]] },
  ];
  assertEquals((await infer(app, "line", { inputs })).status, 200);
  assertEquals(asked, [{ age: 42, city: "Paris" }, { age: 7, city: "" }]);
  const { status, body } = await infer(app, "line", { inputs: [{ ...inputs[0], name: "size" }] });
  const error = 'Cannot use inputs[0].name as it must be one of "age", "city": current value is "size"';
  assertEquals([status, body], [400, { error }]);
});
