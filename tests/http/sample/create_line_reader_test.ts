import fc from "fast-check";
import { assertEquals } from "@std/assert";
import { createLineReader } from "../../../lib/http/sample/create_line_reader.ts";
import type { LineReader } from "../../../lib/http/stream/ndjson_rows.ts";

/** What is read of a line that lies among others. */
function read(line: string, inputs = 2): unknown {
  const before = "[1]\n";
  const bytes = new TextEncoder().encode(`${before}${line}\n{}\n`);
  const reader = createLineReader(inputs);
  const end = reader.read(bytes, before.length, 1000);
  const [sample, ...others] = reader.take();
  assertEquals([end, others.length], [sample === undefined ? -1 : bytes.length - 3, 0]);
  return sample && { ...sample, features: Array.from(sample.features as Float32Array) };
}

/** Reads lines one after the other. */
function readAll(reader: LineReader, ...lines: string[]): number[] {
  return lines.map((line) => reader.read(new TextEncoder().encode(line + "\n"), 0, 1_000_000));
}

Deno.test("createLineReader() reads the samples of lines into columns, their features as float32", () => {
  const reader = createLineReader(2);
  const lines = ['{"features":[0.5,0.1],"target":0.1}', '{"features":[3,-4],"target":"spam"}'];
  assertEquals(readAll(reader, ...lines), lines.map(({ length }) => length + 1));
  const { inputs, features, targets, weights, ids } = reader.take();
  assertEquals([inputs, features, targets], [2, Float32Array.of(0.5, 0.1, 3, -4), [0.1, "spam"]]);
  assertEquals([weights, ids, reader.take().length], [undefined, undefined, 0]);
});

Deno.test("createLineReader() has columns of weights and names from the first sample on that has one", () => {
  const reader = createLineReader(1);
  readAll(
    reader,
    '{"features":[1],"target":1}',
    '{"features":[2],"target":1,"weight":0.5}',
    '{"features":[3],"target":1}',
    '{"id":"d","features":[4],"target":1}',
  );
  const { weights, ids } = reader.take();
  assertEquals([weights, ids], [[1, 0.5, 1, 1], [undefined, undefined, undefined, "d"]]);
  readAll(reader, '{"features":[1],"target":1}');
  assertEquals([...reader.take()], [{ features: Float32Array.of(1), target: 1 }]);
});

Deno.test("createLineReader() reads members in any order, with white space, and weight and id", () => {
  const lines = [
    '{"target":"spam","features":[1,2]}',
    ' { "features" : [ 1 , 2 ] ,\t"target" : true } \r',
    '{"id":"a-1","features":[1,2],"weight":0.5,"target":-3}',
    '{"features":[1,2],"target":0.12345678901234567}',
  ];
  for (const line of lines) assertEquals(read(line), JSON.parse(line));
});

Deno.test("createLineReader() leaves to JSON.parse what is no such sample", () => {
  const others = [
    "",
    "  ",
    "{}",
    "[1,2]",
    '{"features":[1,2]}',
    '{"target":1}',
    '{"features":[1,2],"target":null}',
    '{"features":[1,2],"target":[1]}',
    '{"features":[1,2,3],"target":1}',
    '{"features":[1],"target":1}',
    '{"features":[1,1e39],"target":1}',
    '{"features":{"indices":[0],"values":[1]},"target":1}',
    '{"features":[1,2],"target":1,"time":5}',
    '{"features":[1,2],"target":1,"__proto__":5}',
    '{"features":[1,2],"features":[1,2],"target":1}',
    '{"features":[1,2],"target":1,"target":1}',
    '{"features":[1,2],"target":1,}',
    '{"features":[1,2] "target":1}',
    '{"features":[1,2],"target":1} x',
    '{"features":[1,2],"target":1}}',
    '{"features":[1,2],"target":1',
    '{"features":[1,2],"target"',
    '{"features":[1,2',
    '\uFEFF{"features":[1,2],"target":1}',
    '{"\\u0066eatures":[1,2],"target":1}',
  ];
  for (const line of others) assertEquals(read(line), undefined, line);
});

Deno.test("createLineReader() leaves lines that are too long, and weights and names that cannot be used", () => {
  const reader = createLineReader(1);
  const line = '{"features":[1],"target":1}';
  const bytes = new TextEncoder().encode(line + "\n");
  const { length } = line;
  assertEquals([reader.read(bytes, 0, length), reader.read(bytes, 0, length - 1)], [length + 1, -1]);
  for (
    const member of ['"weight":-1', '"weight":"1"', '"weight":true', '"id":7', '"id":""', `"id":"${"a".repeat(257)}"`]
  ) {
    assertEquals(readAll(reader, `{"features":[1],"target":1,${member}}`), [-1], member);
  }
  readAll(reader, `{"features":[1],"target":1,"weight":0,"id":"${"a".repeat(256)}"}`);
  assertEquals(reader.take().length, 2);
});

Deno.test("createLineReader() makes room for any number of samples", () => {
  for (const [inputs, count] of [[3, 20_000], [20_000, 3]]) {
    const reader = createLineReader(inputs);
    for (let i = 0; i < count; i++) {
      readAll(reader, `{"features":[${Array.from({ length: inputs }, (_, k) => i % 97 + k)}],"target":1}`);
    }
    const { features, length } = reader.take();
    assertEquals(length, count);
    assertEquals(features.every((x, i) => x === Math.floor(i / inputs) % 97 + i % inputs), true);
  }
});

Deno.test("createLineReader() gives samples that are taken one by one room in the same buffer", () => {
  const reader = createLineReader(2);
  const buffers = new Set<unknown>();
  for (let i = 0; i < 10_000; i++) {
    readAll(reader, `{"features":[${i},${-i}],"target":1}`);
    const { features } = reader.take();
    assertEquals([...features], [i, -i]);
    buffers.add(features.buffer);
  }
  assertEquals(buffers.size, 2); // of 16,384 numbers each
});

Deno.test("createLineReader() keeps what it has read when it cannot read the next line, and what was taken", () => {
  const reader = createLineReader(2);
  const lines = ['{"features":[1,2],"target":1}', '{"features":[3,4],"target":x}', '{"features":[5,6],"target":2}'];
  assertEquals(readAll(reader, ...lines), [30, -1, 30]);
  const taken = reader.take();
  readAll(reader, '{"features":[7,8],"target":3}');
  assertEquals([...taken.features, ...taken.targets], [1, 2, 5, 6, 1, 2]);
});

Deno.test("createLineReader() gives what JSON.parse gives, or nothing, whatever the line is", () => {
  const space = fc.constantFrom("", " ", "\t");
  const number = fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: -99, max: 99 })).map(
    String,
  );
  const value = fc.oneof(number, fc.constantFrom('"a"', '""', "true", "null", "01", "1.", '"\\n"', "[1]", "-", "1e5"));
  const list = fc.array(number, { minLength: 2, maxLength: 2 }).map((items) => `[${items.join(",")}]`);
  const names = fc.shuffledSubarray(["features", "target", "weight", "id"], { minLength: 2 });
  const other = fc.constantFrom("", "", "", "time", "features", "target");
  const weight = fc.oneof(fc.constantFrom("0", "1", "0.5"), value);
  const id = fc.oneof(fc.constantFrom('"a"', '"b c"'), value);
  const members = fc.tuple(names, other, list, value, weight, id).map(
    ([chosen, more, features, target, weight, id]) => {
      const values: Record<string, string> = { features, target, weight, id, time: weight };
      return [...chosen, more].filter((name) => name !== "").map((name) => [name, values[name]]);
    },
  );
  const given = fc.tuple(members, space, fc.constantFrom("", "", "", ",", "}", " x", "\r"));
  const line = given.map(([all, s, rest]) =>
    `{${all.map(([name, text]) => `${s}"${name}"${s}:${s}${text}${s}`).join(",")}}${rest}`
  );
  let found = 0;
  fc.assert(
    fc.property(line, (text) => {
      const sample = read(text);
      if (sample === undefined) return;
      const { features, ...others } = JSON.parse(text);
      assertEquals(sample, { ...others, features: features.map(Math.fround) });
      found++;
    }),
    { seed: 3, numRuns: 20_000 },
  );
  assertEquals(found > 200, true);
});
