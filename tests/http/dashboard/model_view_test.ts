import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { modelView } from "../../../lib/http/dashboard/model_view.ts";
import { classLearner, post } from "../apps.ts";

Deno.test("modelView() tells what there is to show of a model", async () => {
  const app = createApp({ models: { colors: classLearner() }, versions: { samples: 1 } });
  const sample = { features: [1, 0], target: "red" };
  for (let i = 0; i < 3; i++) await post(app, "/models/colors/learn", sample);
  const model = (await app.models.get("colors"))!;
  const { stats } = await model.head();
  const view = await modelView(model, stats.time + 1000);
  assertEquals([view.name, view.version, view.stats.learned, view.fields], ["colors", 3, 3, {
    kind: "numbers",
    count: 2,
  }]);
  assertEquals([view.score.label, view.score.noChange > 0.6], ["Accuracy", true]);
  assertEquals(view.versions.map(({ version }) => version), (await model.versions()).map(({ version }) => version));
  assertEquals([view.rate > 1, view.bytes > 36], [true, true]); // 9 parameters
});
