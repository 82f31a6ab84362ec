import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { openVersion } from "../../../lib/http/inference/open_version.ts";
import { predictBy } from "../../../lib/http/inference/predict_by.ts";
import { fakeLine } from "./fake_model.ts";

Deno.test("predictBy() predicts by the version it is given", async () => {
  const line = fakeLine();
  const predict = async (version: string) => predictBy(await openVersion(line, version), [[1], [2]]).map(([y]) => y);
  assertEquals([await predict("0"), await predict("1")], [[0, 0], [2, 3]]);
});

Deno.test("predictBy() tells which features cannot be used, or make an output that is not finite", async () => {
  const head = await openVersion(fakeLine(), "1");
  assertThrows(
    () => predictBy(head, [[1], [1, 2]]),
    SampleError,
    "Cannot use samples[1].features as it must hold 1 numbers: current value is an array of length 2",
  );
  const large = { ...head, learner: { ...head.learner, predictOne: () => Float32Array.of(Infinity) } };
  assertThrows(
    () => predictBy(large, [[3e38]]),
    SampleError,
    "Cannot use samples[0].features as it must be small enough for a finite output: current value is an array of length 1",
  );
});
