import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { inferAnswer } from "../../../lib/http/inference/infer_answer.ts";
import type { OutputTensor } from "../../../lib/http/inference/output_tensors.ts";

const tensors: OutputTensor[] = [
  { name: "output", datatype: "FP32", shape: [1, 2], elements: [0.25, 0.75] },
  { name: "class", datatype: "INT64", shape: [1], elements: [1] },
];
const source = { model: "m", version: 3 };
const request = { id: undefined, inputs: [], outputs: undefined, binary: false };

Deno.test("inferAnswer() answers all outputs as JSON, and the id if there is one", async () => {
  const outputs = tensors.map(({ name, datatype, shape, elements }) => ({ name, datatype, shape, data: elements }));
  const answer = inferAnswer(request, tensors, source);
  assertEquals(answer.headers.get("content-type"), "application/json");
  assertEquals(await answer.json(), { model_name: "m", model_version: "3", outputs });
  assertEquals((await inferAnswer({ ...request, id: "" }, tensors, source).json()).id, "");
});

Deno.test("inferAnswer() answers the outputs that are asked for, in that order", async () => {
  const some = (...names: string[]) => ({ ...request, outputs: names.map((name) => ({ name, binary: false })) });
  const names = async (answer: Response) => (await answer.json()).outputs.map(({ name }: { name: string }) => name);
  assertEquals(await names(inferAnswer(some("class", "output"), tensors, source)), ["class", "output"]);
  assertEquals(await names(inferAnswer(some(), tensors, source)), []);
  assertThrows(
    () => inferAnswer(some("class", "score"), tensors, source),
    SampleError,
    'Cannot use outputs[1].name as it must be one of output, class: current value is "score"',
  );
});

Deno.test("inferAnswer() puts binary outputs behind the JSON and tells where that ends", async () => {
  const outputs = [{ name: "class", binary: true }, { name: "output", binary: false }];
  const answer = inferAnswer({ ...request, outputs }, tensors, source);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const length = Number(answer.headers.get("inference-header-content-length"));
  assertEquals(Number(answer.headers.get("content-length")), bytes.length);
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(0, length)));
  assertEquals(json.outputs, [
    { name: "class", datatype: "INT64", shape: [1], parameters: { binary_data_size: 8 } },
    { name: "output", datatype: "FP32", shape: [1, 2], data: [0.25, 0.75] },
  ]);
  assertEquals([...bytes.subarray(length)], [1, 0, 0, 0, 0, 0, 0, 0]);
  const all = inferAnswer({ ...request, binary: true }, tensors, source);
  const size = Number(all.headers.get("content-length")) - Number(all.headers.get("inference-header-content-length"));
  assertEquals(size, 16);
});
