import { assertEquals } from "@std/assert";
import { mainScore } from "../../../lib/http/dashboard/main_score.ts";
import { sampleStats } from "./views.ts";

Deno.test("mainScore() is the fading accuracy of a classifier", () => {
  assertEquals(mainScore(sampleStats()), { label: "Accuracy", isShare: true, model: 0.9, noChange: 0.5, prior: 0.6 });
});

Deno.test("mainScore() is the fading error of a regression", () => {
  const scores = { mae: 1, fadingMae: 2, rmse: 3 };
  const stats = sampleStats({ scores: { model: scores, noChange: { fadingMae: 4 }, prior: { fadingMae: 5 } } });
  assertEquals(mainScore(stats), { label: "Mean error", isShare: false, model: 2, noChange: 4, prior: 5 });
});

Deno.test("mainScore() is the fading Hamming loss of labels that come together", () => {
  const of = (loss: number) => ({ hammingLoss: 1, fadingHammingLoss: loss });
  const stats = sampleStats({ scores: { model: of(0.1), noChange: of(0.2), prior: of(0.3) } });
  assertEquals(mainScore(stats), { label: "Label error", isShare: false, model: 0.1, noChange: 0.2, prior: 0.3 });
});

Deno.test("mainScore() is NaN where there is no score", () => {
  const stats = sampleStats({ scores: { model: {}, noChange: {}, prior: {} } });
  assertEquals([mainScore(stats).model, mainScore(stats).prior], [NaN, NaN]);
});
