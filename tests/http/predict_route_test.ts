import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { classLearner, get, lineLearner, post } from "./apps.ts";

const path = "/models/line/predict";

Deno.test("POST predict answers for one input and for several, and changes nothing", async () => {
  const line = createApp({ models: { line: lineLearner() } });
  assertEquals((await post(line, path, { features: [3] })).body, { output: [0], version: 0 });
  await post(line, "/models/line/learn", { features: [1], target: 2 }); // w = b = 1
  assertEquals((await post(line, path, { features: [3] })).body, { output: [4], version: 1 });
  const several = await post(line, path, [{ features: [3] }, { features: { indices: [], values: [] } }]);
  assertEquals(several.body, { predictions: [{ output: [4] }, { output: [1] }], version: 1 });
  assertEquals((await get(line, "/models/line")).body.samples, 1);
});

Deno.test("POST predict gives class and label where the learner classifies", async () => {
  const colors = createApp({ models: { colors: classLearner() } });
  const { body } = await post(colors, "/models/colors/predict", { features: [1, 1] });
  assertEquals(body.class, body.output.indexOf(Math.max(...body.output)));
  assertEquals(body.label, ["red", "green", "blue"][body.class]);
});

Deno.test("POST predict answers 422 for what it cannot use, and says where it is", async () => {
  const line = createApp({ models: { line: lineLearner() } });
  const one = await post(line, path, { features: [1, 2] });
  assertEquals([one.status, one.body.field], [422, "features"]);
  const several = await post(line, path, [{ features: [1] }, { features: [true] }]);
  assertEquals([several.status, several.body.field, several.body.index], [422, "samples[1].features[0]", 1]);
  const without = await post(line, path, { feature: [1] });
  assertEquals(
    without.body.detail,
    "Cannot use sample as it must be an object with features: current value is an object with keys feature",
  );
});

Deno.test("POST predict answers 422 where the output would not be finite", async () => {
  const line = createApp({ models: { line: lineLearner() } });
  await post(line, "/models/line/learn", { features: [4], target: 2 }); // w = 4, b = 1
  const { status, body } = await post(line, path, { features: [3e38] });
  assertEquals([status, body.field, body.rule], [422, "features", "be small enough for a finite output"]);
});
