import { assertEquals } from "@std/assert";
import { fakeColors, fakeLine } from "./fake_model.ts";
import { serveModels } from "./serve_models.ts";

Deno.test("GET model metadata tells the tensors of a regression, and the versions", async () => {
  const response = await serveModels(fakeLine()).request("/v2/models/line");
  assertEquals([response.status, await response.json()], [200, {
    name: "line",
    versions: ["1", "0"],
    platform: "backstream_safetensors",
    inputs: [{ name: "input", datatype: "FP32", shape: [-1, 1] }],
    outputs: [{ name: "output", datatype: "FP32", shape: [-1, 1] }],
  }]);
});

Deno.test("GET model metadata tells the tensors of a classifier with labels, under a version too", async () => {
  for (const path of ["colors", "colors/versions/0"]) {
    const { inputs, outputs } = await (await serveModels(fakeColors()).request(`/v2/models/${path}`)).json();
    assertEquals(inputs, [{ name: "input", datatype: "FP32", shape: [-1, 2] }]);
    assertEquals(outputs, [
      { name: "output", datatype: "FP32", shape: [-1, 3] },
      { name: "class", datatype: "INT64", shape: [-1] },
      { name: "label", datatype: "BYTES", shape: [-1] },
    ]);
  }
});

Deno.test("GET model metadata answers 404 for a version that is not there", async () => {
  const response = await serveModels(fakeLine()).request("/v2/models/line/versions/8");
  assertEquals([response.status, await response.json()], [404, { error: "Version 8 is not kept" }]);
});
