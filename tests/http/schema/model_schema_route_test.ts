import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { modelSchema } from "../../../lib/http/schema/model_schema.ts";
import { classLearner, get } from "../apps.ts";

const app = createApp({ models: { colors: classLearner() } });

Deno.test("GET schema tells what the model takes", async () => {
  const { status, body } = await get(app, "/models/colors/schema");
  const learner = classLearner();
  assertEquals([status, body], [200, modelSchema(learner, learner.init()) as unknown]);
});

Deno.test("GET schema answers 404 for a model that is not there", async () => {
  assertEquals((await get(app, "/models/curve/schema")).status, 404);
});
