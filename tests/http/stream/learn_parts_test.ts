import type { Context } from "../../../lib/deps/hono.ts";
import { DenseSamples } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { createApp } from "@backstream/backstream/http";
import type { HostedModel } from "../../../lib/http/hosted/hosted_model.ts";
import { hostModel } from "../../../lib/http/hosted/host_model.ts";
import { readLimits } from "../../../lib/http/read_limits.ts";
import { learnParts, type LearnPartsOptions } from "../../../lib/http/stream/learn_parts.ts";
import { faultyRow, type Row } from "../../../lib/http/stream/row.ts";
import type { RowList } from "../../../lib/http/stream/row_list.ts";
import { SampleRows } from "../../../lib/http/stream/sample_rows.ts";
import { hostOptions, lineLearner } from "../apps.ts";

const row = (line: number, x: number): Row => ({ line, length: 30, value: { features: [x], target: 2 } });

/** What is answered for parts, and the errors that are reported; a part may be an error of the body. */
async function learned(parts: (RowList | Error)[], options: Partial<LearnPartsOptions> = {}) {
  const reported: unknown[] = [];
  const { models } = createApp({ models: {} });
  const desk = {
    models,
    limits: readLimits(),
    followers: new Set<() => void>(),
    report: (e: unknown) => reported.push(e),
  };
  const model = hostModel({ name: "line", given: lineLearner() }, hostOptions());
  async function* all() {
    for (const part of parts) {
      if (part instanceof Error) throw part;
      yield await Promise.resolve(part);
    }
  }
  const app = new Hono();
  const texts: string[] = [];
  const decoder = new TextDecoder();
  app.post("/", async (context: Context) => {
    for await (const text of learnParts(all(), { context, desk, model, results: "all", ...options })) {
      texts.push(typeof text === "string" ? text : decoder.decode(text));
    }
    return context.body(null);
  });
  await app.request("/", { method: "POST" });
  return { reported, answers: texts.map((text) => text.trimEnd().split("\n").map((line) => JSON.parse(line))) };
}

Deno.test("learnParts() answers each part when it is learned, and adds them up", async () => {
  const { answers } = await learned([[row(1, 1)], [faultyRow(2, "be JSON")], [row(3, 1), row(5, 1)]]);
  assertEquals(answers.slice(0, 3).map((part) => part.map(({ line, status, cost }) => [line, status, cost])), [
    [[1, "learned", 2]],
    [[2, "refused", undefined]],
    [[3, "learned", 0], [5, "learned", 0]],
  ]);
  assertEquals(answers[3], [
    { status: "done", samples: 3, duplicates: 0, refused: 1, cost: 2 / 3, version: 2, before: 0 },
  ]);
});

Deno.test("learnParts() answers rows in columns as others", async () => {
  const columns = { inputs: 1, features: Float32Array.of(1, 1, 1), targets: [2, 2, 2], ids: ["a", "b", "a"] };
  const rows = (ids: boolean) =>
    new SampleRows(5, [30, 30, 30], new DenseSamples(ids ? columns : { ...columns, ids: undefined }));
  for (const ids of [true, false]) {
    const { answers } = await learned([rows(ids)]);
    assertEquals(answers, (await learned([rows(ids).toRows().map((row) => ({ ...row }))])).answers);
    assertEquals(answers[0].map(({ line, id, status }) => [line, id, status]), [
      [5, ids ? "a" : undefined, "learned"],
      [6, ids ? "b" : undefined, "learned"],
      [7, ids ? "a" : undefined, ids ? "duplicate" : "learned"],
    ]);
  }
});

Deno.test("learnParts() ends with what goes wrong, and the line from which on nothing was learned", async () => {
  const { answers, reported } = await learned([[row(1, 1), row(2, 1)], new Error("secret")]);
  const [summary] = answers[1];
  assertEquals([summary.status, summary.line, summary.samples], ["failed", 3, 2]);
  assertEquals([summary.problem.status, summary.problem.title], [500, "Internal Server Error"]);
  assertEquals([reported.length, JSON.stringify(answers).includes("secret")], [1, false]);
});

Deno.test("learnParts() tells the first line of a part that was not learned", async () => {
  const real = hostModel({ name: "line", given: lineLearner() }, hostOptions());
  const failing: HostedModel = { ...real, learn: () => Promise.reject(new Error("the disk is full")) };
  const { answers } = await learned([[faultyRow(1, "be JSON")], [row(4, 1), row(5, 1)]], { model: failing });
  assertEquals(answers.map(([{ status, line }]) => [status, line]), [["refused", 1], ["failed", 4]]);
});
