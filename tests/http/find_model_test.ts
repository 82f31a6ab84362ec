import { createApp } from "@backstream/backstream/http";
import { assertEquals, assertRejects } from "@std/assert";
import { findModel } from "../../lib/http/find_model.ts";
import { RequestError } from "../../lib/http/request_error.ts";
import { lineLearner } from "./apps.ts";

const { models } = createApp({ models: { line: lineLearner() } });

Deno.test("findModel() finds a model by its name", async () => {
  assertEquals((await findModel(models, "line")).name, "line");
});

Deno.test("findModel() answers 404 for a name that there is not, shortened", async () => {
  for (
    const [name, shown] of [["curve", "curve"], ["", ""], [undefined, ""], ["x".repeat(65), `${"x".repeat(61)}...`]]
  ) {
    const error = await assertRejects(
      async () => await findModel(models, name),
      RequestError,
      `There is no model "${shown}"`,
    );
    assertEquals(error.problem.status, 404);
  }
});
