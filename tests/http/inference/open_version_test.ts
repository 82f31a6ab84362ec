import { assertEquals, assertRejects } from "@std/assert";
import { openVersion } from "../../../lib/http/inference/open_version.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { classLearner } from "../apps.ts";
import { fakeLine, fakeModel } from "./fake_model.ts";

Deno.test("openVersion() gives the head without a snapshot, and a kept version from its snapshot", async () => {
  const line = fakeLine();
  const head = await openVersion(line, "1");
  assertEquals([head.version, head.state.samples, line.opened], [1, 1, []]);
  const kept = await openVersion(line, "0");
  assertEquals([kept.version, kept.state.samples, line.opened], [0, 0, [0]]);
});

Deno.test("openVersion() keeps the last two versions open", async () => {
  const samples = Array.from({ length: 4 }, () => ({ features: [1, 0], target: 0 }));
  const model = fakeModel("colors", classLearner(), samples);
  for (const version of ["0", "1", "0", "1", "2", "1", "0"]) {
    assertEquals((await openVersion(model, version)).state.samples, Number(version));
  }
  assertEquals(model.opened, [0, 1, 2, 0]);
});

Deno.test("openVersion() rejects what is no number of a version", async () => {
  for (const version of ["", "-1", "1.5", "01", "1e0", "v1", "9".repeat(20)]) {
    const error = await assertRejects(
      () => openVersion(fakeLine(), version),
      RequestError,
      `There is no version "${version}" of model "line"`,
    );
    assertEquals(error.problem.status, 404);
  }
  await assertRejects(() => openVersion(fakeLine(), "2"), RequestError, "Version 2 is not kept");
});
