import { accuracy, fading, metricName, rocAuc, rolling } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("metricName() puts what wraps a metric in front of its name", () => {
  assertEquals(metricName(rocAuc().spec), "rocAuc");
  assertEquals(metricName(rolling(accuracy(), { window: 3 }).spec), "rollingAccuracy");
  assertEquals(metricName(fading(rocAuc(), { factor: 0.9 }).spec), "fadingRocAuc");
});
