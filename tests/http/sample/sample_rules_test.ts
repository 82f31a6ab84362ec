import { assertEquals } from "@std/assert";
import { sampleRules } from "../../../lib/http/sample/sample_rules.ts";
import { lineLearner } from "../apps.ts";

Deno.test("sampleRules() takes the limits, and records only where the learner is made of more than a network", () => {
  const limits = { fields: 3, textLength: 4 };
  const learner = lineLearner();
  assertEquals(sampleRules(learner, limits), { ...limits, records: false });
  const description = { ...learner.description, maker: { name: "any" } };
  assertEquals(sampleRules({ ...learner, description }, limits), { ...limits, records: true });
});
