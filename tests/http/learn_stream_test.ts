import { createAnomalyLearner, encodeLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { classLearner, get, lineLearner, post, snapshot, stream } from "./apps.ts";
import { gzip, streamOf } from "./body/bodies.ts";

const path = "/models/line/learn";
const app = (limits = {}) => createApp({ models: { line: lineLearner() }, limits });
const done = { status: "done", duplicates: 0, refused: 0, before: 0 };

Deno.test("POST learn learns NDJSON line by line, with the result of an array", async () => {
  const samples = [{ features: [1], target: 2 }, { features: [3], target: 1, weight: 0.25, id: "a" }];
  const [asArray, asLines] = [app(), app()];
  const array = await post(asArray, path, samples);
  const { status, lines, headers } = await stream(
    asLines,
    path,
    `${samples.map((sample) => JSON.stringify(sample)).join("\r\n\n")}\n`,
    { "content-type": "application/x-ndjson; charset=utf-8" },
  );
  assertEquals([status, headers.get("content-type")], [200, "application/x-ndjson"]);
  assertEquals(lines, [
    { line: 1, ...array.body.results[0] },
    { line: 3, id: "a", ...array.body.results[1] },
    { ...done, samples: 2, cost: 3.25, version: 1 },
  ]);
  assertEquals(await snapshot(asLines), await snapshot(asArray));
});

Deno.test("POST learn makes of lines the model that it makes of an array, whatever form their numbers have", async () => {
  const [asArray, asLines] = [0, 1].map(() => createApp({ models: { class: classLearner() } }));
  const numbers = ["0.1", "-2.5", "3", "1e-3", "0.12345678901234567", "1.0000000596046448", "1e-30", "-0", "16777217"];
  const lines = numbers.flatMap((a, i) =>
    numbers.map((b, k) => {
      const features = i % 2 === 0 ? `[${a},${b}]` : `[ ${a} ,${b} ]`;
      const members = [`"features":${features}`, `"target":${["0", '"green"', "[0.5,0.5,0]"][k % 3]}`];
      if (k % 4 === 3) members.push(`"weight":${Math.abs(Number(b))}`);
      if (k % 5 === 4) members.push(`"id":"${i}-${k}"`);
      return `{${(i % 3 === 2 ? members.reverse() : members).join(", ")}}`;
    })
  );
  const array = await post(asArray, "/models/class/learn", JSON.parse(`[${lines.join()}]`));
  const answer = await stream(asLines, "/models/class/learn", lines.join("\n"));
  assertEquals(answer.lines.slice(0, -1).map(({ line: _, id: __, ...result }) => result), array.body.results);
  assertEquals(await snapshot(asLines, "class"), await snapshot(asArray, "class"));
});

Deno.test("POST learn refuses lines that cannot be used, by their numbers, and learns the others", async () => {
  const line = app({ lineLength: 60 });
  await post(line, path, { features: [0], target: 0, id: "old" });
  const { lines } = await stream(
    line,
    path,
    [
      '{"features":[1],"target":2}',
      "{oops}",
      '{"features":["x"],"target":2}',
      `{"features":[1],"target":2,"id":"${"x".repeat(60)}"}`,
      '{"features":[0],"target":0,"id":"old"}',
      '{"features":{"length":1,"0":1},"target":2}',
      '{"features":[1e999],"target":2}',
      '{"features":[1],"target":2}',
    ].join("\n"),
  );
  assertEquals(lines, [
    { line: 1, status: "learned", output: [0], cost: 2 },
    { line: 2, status: "refused", field: "line 2", rule: "be JSON, which it is not from position 1 on" },
    { line: 3, status: "refused", field: "features[0]", rule: "be a finite number" },
    { line: 4, status: "refused", field: "line 4", rule: "have 60 bytes at most" },
    { line: 5, id: "old", status: "duplicate" },
    { line: 6, status: "refused", field: "features", rule: "be an array of numbers or { indices, values }" },
    { line: 7, status: "refused", field: "features[0]", rule: "be a finite number" },
    { line: 8, status: "learned", output: [2], cost: 0 },
    { status: "done", samples: 2, duplicates: 1, refused: 5, cost: 1, version: 2, before: 1 },
  ]);
});

Deno.test("POST learn refuses a target alone that a model of another kind cannot be scored by", async () => {
  const models = createApp({ models: { readings: createAnomalyLearner() } });
  const lines = [0, "x", [1, 2], true].map((target) => JSON.stringify({ features: { celsius: 20 }, target }));
  const { lines: answers } = await stream(models, "/models/readings/learn", lines.join("\n"));
  assertEquals(answers.map(({ status, field }) => [status, field]), [
    ["learned", undefined],
    ["refused", "target"],
    ["refused", "target"],
    ["learned", undefined],
    ["done", undefined],
  ]);
});

Deno.test("POST learn answers lines while others are still to come", async () => {
  const line = app();
  let send = (_text: string): void => {};
  let close = (): void => {};
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      send = (text) => controller.enqueue(new TextEncoder().encode(text));
      close = () => controller.close();
    },
  });
  const response = await line.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (const [i, cost] of [2, 0, 0].entries()) {
    send('{"features":[1],"target":2}\n');
    assertEquals(JSON.parse((await reader.read()).value!).cost, cost);
    assertEquals((await get(line, "/models/line")).body.samples, i + 1); // it is durable
  }
  close();
  assertEquals(JSON.parse((await reader.read()).value!).status, "done");
});

Deno.test("POST learn learns a long stream in parts as learnMany does, byte for byte", async () => {
  const learner = classLearner();
  const colors = createApp({ models: { colors: learner } });
  const samples = Array.from({ length: 2000 }, (_, i) => ({ features: [i % 7 / 7, i % 5 / 5], target: i % 3 }));
  const text = samples.map((sample) => `${JSON.stringify(sample)}\n`).join("");
  const pieces = Array.from({ length: Math.ceil(text.length / 5000) }, (_, i) => text.slice(i * 5000, (i + 1) * 5000));
  const { lines } = await stream(colors, "/models/colors/learn", streamOf(...pieces));
  assertEquals(lines.length, 2001);
  assertEquals(lines.map(({ line }) => line).slice(0, -1), samples.map((_sample, i) => i + 1));
  const { state, costs } = learner.learnMany(learner.init(), samples);
  assertEquals(await snapshot(colors, "colors"), encodeLearner(learner, state));
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / 2000;
  assertEquals([lines[2000].samples, Math.abs(lines[2000].cost - mean) < 1e-9], [2000, true]);
});

Deno.test("POST learn answers only what was not learned, or only the summary, if it is asked to", async () => {
  const body = '{"features":[1],"target":2}\n{}\n{"features":[1],"target":2}\n';
  for (const [results, expected] of [["all", 4], ["problems", 2], ["none", 1]]) {
    const { lines } = await stream(app(), `${path}?results=${results}`, body);
    assertEquals([lines.length, lines.at(-1).samples, lines.at(-1).refused], [expected, 2, 1]);
  }
  const { status, text } = await stream(app(), `${path}?results=some`, body);
  assertEquals([status, JSON.parse(text).detail], [
    400,
    "Cannot use the query as results must be all, problems, none: current value is another",
  ]);
});

Deno.test("POST learn learns CSV by the names of its columns", async () => {
  const table = "x,when,y,w,n\n1,now,2,1,a\n\n3,now,1,0.25,b\nfive,now,1,1,c\n1,now\n";
  const [asArray, asTable] = [createApp({ models: { line: lineLearner() } }), app()];
  await post(asArray, path, [{ features: [1], target: 2 }, { features: [3], target: 1, weight: 0.25 }]);
  const { lines } = await stream(asTable, `${path}?target=y&weight=w&id=n`, table.replaceAll(/,(now|when)/g, ""), {
    "content-type": "text/csv",
  });
  assertEquals(lines.map(({ line, id, status, field }) => [line, id, status, field]), [
    [2, "a", "learned", undefined],
    [4, "b", "learned", undefined],
    [5, undefined, "refused", "features[0]"],
    [6, undefined, "refused", "line 6"],
    [undefined, undefined, "done", undefined],
  ]);
  assertEquals(await snapshot(asTable), await snapshot(asArray));
});

Deno.test("POST learn ends with what is wrong with a table as a whole", async () => {
  for (const table of ["x,z\n1,2\n", "", "x,y,x\n"]) {
    const type = { "content-type": "text/csv" };
    const { status, lines, headers } = await stream(app(), `${path}?target=y`, table, type);
    assertEquals([status, lines.length, lines[0].status, lines[0].problem.status], [200, 1, "failed", 400]);
    assertEquals(lines[0].problem.requestId, headers.get("x-request-id"));
  }
});

Deno.test("POST learn inflates a stream while it arrives, and cuts one that is too large", async () => {
  const line = app({ streamBytes: 100_000 });
  const body = '{"features":[1],"target":2}\n'.repeat(1000);
  const zipped = { "content-encoding": "gzip" };
  const { lines } = await stream(line, `${path}?results=none`, await gzip(body), zipped);
  assertEquals(lines, [{ ...done, samples: 1000, cost: 0.002, version: lines[0].version }]);
  const large = await stream(line, `${path}?results=none`, await gzip(body.repeat(100)), zipped);
  const [{ status, problem, samples, line: from }] = large.lines;
  assertEquals([status, problem.status, from], ["failed", 413, samples + 1]);
  assertEquals((await get(line, "/models/line")).body.samples, 1000 + samples);
});

Deno.test("POST learn ends a stream that stalls, and says from which line on nothing was learned", async () => {
  const line = app({ bodyMilliseconds: 50 });
  const sample = new TextEncoder().encode('{"features":[1],"target":2}\n');
  let pieces = 2;
  const body = new ReadableStream({
    pull: (controller) => pieces-- > 0 ? controller.enqueue(sample) : new Promise<void>(() => {}),
  });
  const { lines } = await stream(line, path, body);
  const { status, problem, line: from, samples } = lines.at(-1);
  assertEquals([status, problem.status, from, samples], ["failed", 408, 3, 2]);
});

Deno.test("POST learn with a key learns a stream once, whatever pieces it comes in", async () => {
  const line = app();
  const text = '{"features":[1],"target":2}\n'.repeat(1100);
  const key = { "idempotency-key": "a" };
  const first = await stream(line, path, streamOf(text.slice(0, 5000), text.slice(5000)), key);
  const before = await snapshot(line);
  const second = await stream(
    line,
    path,
    streamOf(text.slice(0, 28_001), text.slice(28_001, 28_100), text.slice(28_100)),
    key,
  );
  assertEquals(await snapshot(line), before);
  assertEquals(second.lines.map(({ status }) => status), [...Array(1100).fill("replayed"), "done"]);
  const { version: _, ...summary } = first.lines.at(-1);
  assertEquals(second.lines.at(-1), { ...summary, version: second.lines.at(-1).version });
  const other = await stream(line, path, '{"features":[1],"target":3}\n', key);
  assertEquals([other.lines[0].status, other.lines[0].problem.status], ["failed", 422]);
  assertEquals(await snapshot(line), before);
});

Deno.test("POST learn with a key goes on where a stream was broken off, whose parts have 4096 lines", async () => {
  const line = app();
  const text = (lines: number) => '{"features":[1],"target":2}\n'.repeat(lines);
  const key = { "idempotency-key": "a" };
  await stream(line, path, text(4096), key);
  const { lines } = await stream(line, path, text(4100), key);
  const statuses = lines.map(({ status }) => status);
  assertEquals(statuses, [...Array(4096).fill("replayed"), ...Array(4).fill("learned"), "done"]);
  const whole = app();
  await stream(whole, path, text(4100));
  assertEquals(await snapshot(line), await snapshot(whole));
});

Deno.test("POST learn of nothing learns nothing", async () => {
  const line = app();
  const { status, lines } = await stream(line, path, "\n\n");
  assertEquals([status, lines], [200, [{ ...done, samples: 0, cost: null, version: 0 }]]);
});

Deno.test("POST learn takes no stream for a model that is not there, of another kind, or compressed otherwise", async () => {
  const line = app();
  const refused: [path: string, headers: Record<string, string>, status: number][] = [
    ["/models/curve/learn", {}, 404],
    [path, { "content-type": "text/plain" }, 415],
    [path, { "content-encoding": "br" }, 415],
    [path, { "idempotency-key": "a b" }, 400],
  ];
  for (const [at, headers, status] of refused) assertEquals((await stream(line, at, "{}", headers)).status, status);
});
