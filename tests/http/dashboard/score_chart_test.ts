import { assertEquals, assertStringIncludes } from "@std/assert";
import { mainScore } from "../../../lib/http/dashboard/main_score.ts";
import { scoreChart } from "../../../lib/http/dashboard/score_chart.ts";
import { sampleStats } from "./views.ts";

const size = { width: 400, height: 300 };

Deno.test("scoreChart() draws the model and both baselines", () => {
  const stats = sampleStats();
  const svg = scoreChart(stats, mainScore(stats), size);
  assertStringIncludes(svg, 'width="400" height="300"');
  assertStringIncludes(svg, "Line chart of accuracy against samples.");
  assertStringIncludes(svg, "model: from");
  assertStringIncludes(svg, "no change: from 50.0% at 30.00 to 50.0% at 40.00.");
  assertStringIncludes(svg, "prior: from 25.0% at 30.00 to 25.0% at 40.00.");
});

Deno.test("scoreChart() marks what happened", () => {
  const mark = { samples: 35, time: 1, version: 9 };
  const stats = sampleStats({
    marks: [{ ...mark, type: "drift" }, { ...mark, type: "rollback", restored: 7 }, { ...mark, type: "replaced" }],
  });
  const svg = scoreChart(stats, mainScore(stats), size);
  for (const label of ["drift", "back to 7", "replaced"]) assertStringIncludes(svg, `<title>${label}</title>`);
});

Deno.test("scoreChart() of a regression has no percent, and before the first sample there is no data", () => {
  const stats = sampleStats({ scores: { model: { fadingMae: 1 }, noChange: {}, prior: {} } });
  const svg = scoreChart(stats, mainScore(stats), size);
  assertStringIncludes(svg, "Line chart of mean error against samples.");
  assertEquals(svg.includes("%"), false);
  assertStringIncludes(scoreChart({ ...stats, curve: [] }, mainScore(stats), size), "There is no data yet.");
});
