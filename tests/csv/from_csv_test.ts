import { type Sample, SampleError } from "@backstream/backstream";
import { type CsvOptions, fromCsv } from "@backstream/backstream/csv";
import { learn } from "@backstream/backstream/rx";
import { assertEquals, assertRejects } from "@std/assert";
import { lastValueFrom, map, take, toArray } from "rxjs";
import { lineLearner, lineSamples } from "../rx/line_learner.ts";

function read(text: string, options?: CsvOptions): Promise<Record<string, string>[]> {
  return lastValueFrom(fromCsv(ReadableStream.from([text]), options).pipe(toArray()));
}

const toSample = ({ x, y }: Record<string, string>): Sample => ({ features: [Number(x)], target: Number(y) });

Deno.test("fromCsv() gives a record a row", async () => {
  assertEquals(await read('name;age\r\n"Ann; ""A""";34\r\nBob;24\r\n', { separator: ";" }), [
    { name: 'Ann; "A"', age: "34" },
    { name: "Bob", age: "24" },
  ]);
  assertEquals(await read("\uFEFF1,2\n", { columns: ["x", "y"] }), [{ x: "1", y: "2" }]);
  assertEquals(await read(""), []);
});

Deno.test("fromCsv() gives numbers, truth values and null where it is asked for typed fields", async () => {
  const rows = await lastValueFrom(
    fromCsv(ReadableStream.from(['a,b,c\n1,true,\n2,x,"3"\n']), { typed: true }).pipe(toArray()),
  );
  assertEquals(rows, [{ a: 1, b: true, c: null }, { a: 2, b: "x", c: 3 }]);
});

Deno.test("fromCsv() and learn() give byte for byte what learnMany gives", async () => {
  const samples = lineSamples(50);
  const text = ["x,y", ...samples.map(({ features, target }) => `${(features as number[])[0]},${target}`)].join("\n");
  const chunks = text.match(/[^]{1,7}/g)!;
  const learned = fromCsv(ReadableStream.from(chunks)).pipe(map(toSample), learn(lineLearner));
  assertEquals((await lastValueFrom(learned)).state, lineLearner.learnMany(lineLearner.init(), samples).state);
});

Deno.test("fromCsv() stops at a malformed row in the middle, after those before it, and cancels the stream", async () => {
  const problems: [row: string, message: string][] = [
    ["3", 'Cannot read line 3 as a row must hold 2 fields: current value is 1, "3"'],
    ['3,"4"5', "Cannot read line 3 as quotes must enclose a field and be doubled within it: current value is"],
    ['3,4""', "Cannot read line 3 as quotes must enclose a field and be doubled within it: current value is"],
  ];
  for (const [row, message] of problems) {
    const cancelled: unknown[] = [];
    const stream = new ReadableStream<string>({
      start: (controller) => controller.enqueue(`x,y\n1,2\n${row}\n"",""\n"5",6\n`),
      cancel: (reason) => void cancelled.push(reason),
    });
    const records: unknown[] = [];
    await assertRejects(() => fromCsv(stream).forEach((record) => records.push(record)), SyntaxError, message);
    assertEquals([records, cancelled.length, stream.locked], [[{ x: "1", y: "2" }], 1, false]);
  }
});

Deno.test("fromCsv() skips and counts malformed rows", async () => {
  const told: [string, number][] = [];
  const records = await read('x,y\n1,2\n3\n4"4,4\n5,6\n', {
    invalid: "skip",
    onInvalid: ({ message }, skipped) => told.push([message, skipped]),
  });
  assertEquals(records, [{ x: "1", y: "2" }, { x: "5", y: "6" }]);
  assertEquals(told, [
    ['Cannot read line 3 as a row must hold 2 fields: current value is 1, "3"', 1],
    [
      'Cannot read line 4 as quotes must enclose a field and be doubled within it: current value is "4\\"4,4"',
      2,
    ],
  ]);
});

Deno.test("fromCsv() leaves what the fields hold to learn(), which tells the place", async () => {
  const samples = fromCsv(ReadableStream.from(["x,y\n1,2\nmany,2\n"])).pipe(map(toSample));
  await assertRejects(
    () => lastValueFrom(samples.pipe(learn(lineLearner))),
    SampleError,
    "Cannot use samples[1].features[0] as it must be a finite number: current value is NaN",
  );
});

Deno.test("fromCsv() reads no further than its subscriber has handled", async () => {
  let made = 0;
  const stream = new ReadableStream<string>({
    pull: (controller) => controller.enqueue(made++ === 0 ? "x,y\n" : `${made},0\n`),
  }, { highWaterMark: 0 });
  let ahead = 0;
  let handled = 0;
  await fromCsv(stream).pipe(take(100)).forEach(() => {
    handled++;
    ahead = Math.max(ahead, made - 1 - handled); // one chunk holds the names
  });
  assertEquals([handled, ahead, stream.locked], [100, 0, false]);
});

Deno.test("fromCsv() cancels an idle stream at once when its subscriber leaves", async () => {
  const cancelled: unknown[] = [];
  const stream = new ReadableStream<string>({ cancel: (reason) => void cancelled.push(reason) });
  const subscription = fromCsv(stream, { cancelReason: "gone" }).subscribe();
  await Promise.resolve();
  subscription.unsubscribe();
  assertEquals([cancelled, stream.locked], [["gone"], false]);
});

Deno.test("fromCsv() passes the stream's error, and a TypeError for a locked stream", async () => {
  const torn = new ReadableStream<string>({ start: (controller) => controller.error(new Error("torn")) });
  await assertRejects(() => lastValueFrom(fromCsv(torn)), Error, "torn");
  const locked = new ReadableStream<string>();
  locked.getReader();
  await assertRejects(() => lastValueFrom(fromCsv(locked)), TypeError);
});

Deno.test("fromCsv() rejects a separator that cannot be used", async () => {
  await assertRejects(() => read("a\n", { separator: "" }), RangeError, "Cannot read CSV as separator must be one");
});
