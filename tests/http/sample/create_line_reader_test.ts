import fc from "fast-check";
import { assertEquals } from "@std/assert";
import { createLineReader } from "../../../lib/http/sample/create_line_reader.ts";

/** What is read of a line that lies among others. */
function read(line: string, inputs = 2): unknown {
  const before = "[1]\n";
  const bytes = new TextEncoder().encode(`${before}${line}\n{}\n`);
  const reader = createLineReader(inputs);
  const sample = reader.read(bytes, before.length);
  if (sample === undefined) return undefined;
  assertEquals(reader.end, bytes.length - 3);
  return { ...sample, features: Array.from(sample.features as Float32Array) };
}

Deno.test("createLineReader() reads the sample of a line, its features as float32", () => {
  const reader = createLineReader(2);
  const bytes = new TextEncoder().encode('{"features":[0.5,0.1],"target":0.1}\n');
  const sample = reader.read(bytes, 0);
  assertEquals({ ...sample }, { features: Float32Array.of(0.5, 0.1), target: 0.1 });
  assertEquals(reader.end, bytes.length);
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

Deno.test("createLineReader() gives each sample numbers of its own, however many there are", () => {
  for (const [inputs, count] of [[3, 20_000], [20_000, 3]]) {
    const reader = createLineReader(inputs);
    const features = Array.from({ length: count }, (_, i) => {
      const numbers = Array.from({ length: inputs }, (_, k) => i % 97 + k);
      const bytes = new TextEncoder().encode(`{"features":[${numbers}],"target":1}\n`);
      return reader.read(bytes, 0)!.features as Float32Array;
    });
    assertEquals(features.every((row, i) => row.length === inputs && row.every((x, k) => x === i % 97 + k)), true);
  }
});

Deno.test("createLineReader() keeps the numbers that it has given when it cannot read the next line", () => {
  const reader = createLineReader(2);
  const bytes = new TextEncoder().encode('{"features":[1,2],"target":1}\n{"features":[3,4],"target":x}\n');
  const { features } = reader.read(bytes, 0)!;
  assertEquals([reader.read(bytes, reader.end), features], [undefined, Float32Array.of(1, 2)]);
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
  const members = fc.tuple(names, other, list, value, value, value).map(([chosen, more, features, ...values]) =>
    [...chosen, more].filter((name) => name !== "").map((
      name,
      i,
    ) => [name, name === "features" ? features : values[i % 3]])
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
