/** Whatever is sent to infer, the answer is the prediction or what is wrong with the request, and never a failure. */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { openApi } from "../../../lib/http/schema/open_api.ts";
import { schemaRef } from "../../../lib/http/schema/schema.ts";
import { validatorOf } from "../schema/ajv.ts";
import { fakeColors } from "./fake_model.ts";
import { infer, serveModels } from "./serve_models.ts";

const validate = validatorOf(openApi({ auth: false, openMetrics: false }), "open")(schemaRef("InferRequest"));

/** Mostly the one, now and then anything. */
function mostly<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) });
}

const element = mostly(
  fc.oneof(fc.integer({ min: -2, max: 300 }), fc.double({ noNaN: true }), fc.boolean(), fc.constant("x")),
);
const tensor = fc.integer({ min: 1, max: 4 }).chain((rows) =>
  fc.record({
    name: mostly(fc.constantFrom("input", "input", "input", "input", "other")),
    shape: mostly(
      fc.constantFrom([rows, 2], [rows, 2], [rows, 2], [rows, 2], [rows], [rows, 3], [rows, 2, 1], [1e9, 0]),
    ),
    datatype: mostly(fc.constantFrom("FP32", "FP64", "INT8", "UINT8", "FP16", "BOOL", "BYTES", "UINT64", "__proto__")),
    data: mostly(fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: rows * 2, maxLength: rows * 2 }) },
      { weight: 1, arbitrary: fc.array(element, { minLength: rows * 2, maxLength: rows * 2 }) },
      { weight: 1, arbitrary: fc.array(fc.array(element, { maxLength: 3 }), { maxLength: 3 }) },
    )),
    parameters: mostly(fc.constantFrom({}, {}, {}, {}, { binary_data_size: 4 }, null)),
  }, { requiredKeys: ["name", "shape", "datatype", "data"] })
);
const request = mostly(fc.record({
  id: mostly(fc.string()),
  inputs: mostly(fc.array(mostly(tensor), { minLength: 1, maxLength: 1 })),
  outputs: mostly(
    fc.uniqueArray(fc.constantFrom("output", "class", "label")).map((names) => names.map((name) => ({ name }))),
  ),
  parameters: mostly(fc.constantFrom({ binary_data_output: false }, null)),
}, { requiredKeys: ["inputs"] }));

Deno.test("POST infer answers 200 or 400 to any JSON, and 400 to what its schema refuses", async () => {
  const app = serveModels(fakeColors());
  const counts: Record<number, number> = { 200: 0, 400: 0 };
  await fc.assert(
    fc.asyncProperty(request, async (value) => {
      const { status } = await infer(app, "colors", JSON.stringify(value));
      counts[status]++;
      assertEquals([200, 400].includes(status), true, `${status} for ${JSON.stringify(value)}`);
      if (!validate(value)) assertEquals(status, 400, JSON.stringify([value, validate.errors]));
    }),
    { seed: 3, numRuns: 2000 },
  );
  assertEquals([counts[200] > 50, counts[400] > 50], [true, true], JSON.stringify(counts));
});

Deno.test("POST infer answers 200 or 400 to any bytes behind any length", async () => {
  const json = JSON.stringify({
    inputs: [{ name: "input", shape: [1, 2], datatype: "FP32", parameters: { binary_data_size: 8 } }],
  });
  const app = serveModels(fakeColors());
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 12 }),
      fc.oneof(fc.constant(json.length), fc.integer({ min: -1, max: json.length + 20 })),
      async (bytes, length) => {
        const response = await app.request("/v2/models/colors/infer", {
          method: "POST",
          headers: { "inference-header-content-length": String(length) },
          body: new Blob([json, bytes as Uint8Array<ArrayBuffer>]),
        });
        statuses.add(response.status);
        await response.body?.cancel();
      },
    ),
    { seed: 4, numRuns: 2000 },
  );
  assertEquals([...statuses].sort(), [200, 400]);
});
