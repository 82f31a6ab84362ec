import { assertEquals } from "@std/assert";
import { fakeLine } from "./fake_model.ts";
import { serveModels } from "./serve_models.ts";

Deno.test("GET ready tells that a model, or a version of it, can predict", async () => {
  const app = serveModels(fakeLine());
  for (const path of ["line", "line/versions/0", "line/versions/1"]) {
    const response = await app.request(`/v2/models/${path}/ready`);
    assertEquals([response.status, await response.json()], [200, { name: "line", ready: true }]);
  }
  for (const path of ["curve", "line/versions/2", "line/versions/x"]) {
    const response = await app.request(`/v2/models/${path}/ready`);
    assertEquals([response.status, Object.keys(await response.json())], [404, ["error"]]);
  }
});
