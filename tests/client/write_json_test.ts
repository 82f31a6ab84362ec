import { assertEquals } from "@std/assert";
import { writeJson } from "../../lib/client/write_json.ts";

Deno.test("writeJson() writes typed arrays as arrays, wherever they stand", () => {
  const sample = { features: Float32Array.of(0.5, 2), target: Uint8Array.of(1), id: "a" };
  assertEquals(writeJson([sample]), '[{"features":[0.5,2],"target":[1],"id":"a"}]');
  const sparse = { features: { indices: Uint32Array.of(7), values: Float64Array.of(0.1) } };
  assertEquals(writeJson(sparse), '{"features":{"indices":[7],"values":[0.1]}}');
});

Deno.test("writeJson() writes everything else as JSON does", () => {
  for (const value of [null, 1.5, "ü", [NaN], { a: undefined, b: [true] }, {}]) {
    assertEquals(writeJson(value), JSON.stringify(value));
  }
});
