import { SampleError } from "@backstream/backstream";
import { assertEquals, assertRejects } from "@std/assert";
import { Hono } from "hono";
import { type InferRequest, readInferRequest } from "../../../lib/http/inference/read_infer_request.ts";
import { readLimits } from "../../../lib/http/read_limits.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

/** What the reader makes of the body; rejects with what it throws. */
async function read(body: unknown, headers: Record<string, string> = {}): Promise<InferRequest> {
  let result: Promise<InferRequest> | undefined;
  const app = new Hono().post("/", async (context) => {
    result = readInferRequest(context, readLimits({ samplesPerRequest: 4 }));
    await result.catch(() => {});
    return context.body(null);
  });
  const bytes = body instanceof Uint8Array ? body : typeof body === "string" ? body : JSON.stringify(body);
  await app.request("/", { method: "POST", body: bytes as BodyInit, headers });
  return result!;
}

const input = { name: "input", shape: [1, 1], datatype: "FP32", data: [1] };

Deno.test("readInferRequest() reads JSON", async () => {
  const request = await read({ id: "42", inputs: [input], outputs: [{ name: "a" }, { name: "b", parameters: null }] });
  assertEquals([request.id, request.binary, request.inputs.length], ["42", false, 1]);
  assertEquals(request.outputs, [{ name: "a", binary: false }, { name: "b", binary: false }]);
  const short = await read({ inputs: [input] });
  assertEquals([short.id, short.outputs], [undefined, undefined]);
});

Deno.test("readInferRequest() reads binary tensors behind the JSON, in their order", async () => {
  const json = JSON.stringify({
    inputs: [
      { name: "a", shape: [2], datatype: "UINT16", parameters: { binary_data_size: 4 } },
      { name: "b", shape: [2], datatype: "FP32", data: [5, 6] },
      { name: "c", shape: [2], datatype: "BOOL", parameters: { binary_data_size: 2 } },
    ],
    parameters: { binary_data_output: true },
    outputs: [{ name: "x" }, { name: "y", parameters: { binary_data: false } }],
  });
  const body = Uint8Array.from([...new TextEncoder().encode(json), 1, 0, 2, 0, 0, 1]);
  const request = await read(body, { "inference-header-content-length": String(json.length) });
  assertEquals(request.inputs.map(({ elements }) => elements), [[1, 2], [5, 6], [false, true]]);
  assertEquals(request.outputs, [{ name: "x", binary: true }, { name: "y", binary: false }]);
  assertEquals(request.binary, true);
});

const bad: [body: unknown, detail: string, headers?: Record<string, string>][] = [
  [[], "the body as it must be an object with inputs: current value is an array of length 0"],
  [{}, "inputs as it must be an array of tensors: current value is undefined"],
  [{ inputs: [] }, "inputs as it must be an array of tensors: current value is an array of length 0"],
  [{ inputs: Array(5).fill(input) }, "inputs as it must be an array of tensors: current value is an array of length 5"],
  [{ id: 42, inputs: [input] }, "id as it must be a text: current value is 42"],
  [{ inputs: [input], outputs: {} }, "outputs as it must be an array: current value is an object with keys "],
  [{ inputs: [input], outputs: [null] }, "outputs[0].name as it must be a text, and another than those before"],
  [
    { inputs: [input], outputs: [{ name: "a" }, { name: "a" }] },
    "outputs[1].name as it must be a text, and another than",
  ],
  [
    { inputs: [input] },
    'Inference-Header-Content-Length as it must be the number of bytes of JSON at the start of the body: current value is "-1"',
    { "inference-header-content-length": "-1" },
  ],
  [{ inputs: [input] }, "Inference-Header-Content-Length as it", { "inference-header-content-length": "1000" }],
  [
    `${JSON.stringify({ inputs: [input] })}1234`,
    "the binary data as it must have 0 bytes as the tensors tell: current value is 4",
    { "inference-header-content-length": String(JSON.stringify({ inputs: [input] }).length) },
  ],
];
for (const [body, detail, headers] of bad) {
  Deno.test(`readInferRequest() rejects: ${detail.slice(0, 60)}`, async () => {
    await assertRejects(() => read(body, headers), SampleError, `Cannot use ${detail}`);
  });
}

Deno.test("readInferRequest() rejects with 400 what is no JSON or no UTF-8", async () => {
  for (const body of ["", "{", Uint8Array.of(0x22, 0xff, 0x22)]) {
    const error = await assertRejects(() => read(body), RequestError, "Cannot read the body as it must be JSON");
    assertEquals(error.problem.status, 400);
  }
});
