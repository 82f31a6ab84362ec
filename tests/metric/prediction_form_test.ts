import { predictionForm } from "../../lib/metric/prediction_form.ts";
import { assertEquals } from "@std/assert";

Deno.test("predictionForm holds two lists and a weight", () => {
  assertEquals(Object.keys(predictionForm), ["output", "target", "weight"]);
});
