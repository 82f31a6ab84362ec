/** The behavior of `@std/csv` that this project counts on; it holds for the stand-in and for the package itself. */
import { assertEquals, assertRejects } from "@std/assert";
import { CsvParseStream } from "@std/csv";

type Options = { separator?: string; skipFirstRow?: boolean; columns?: string[] };

const readings: [string, string, Options, unknown[]][] = [
  ["rows as arrays of text", "a,b\n1,2\n", {}, [["a", "b"], ["1", "2"]]],
  ["nothing", "", {}, []],
  ["a last line without a line feed", "a,b", {}, [["a", "b"]]],
  ["line feeds with carriage returns", "a,b\r\nc,d\r\n", {}, [["a", "b"], ["c", "d"]]],
  ["a carriage return as a part of a field", "a\rb,c\r\r\n", {}, [["a\rb", "c\r"]]],
  ["a carriage return at the end of the text", '"a"\r', {}, [["a"]]],
  ["no empty lines", "\r\n\na,b\n\n\nc,d\n\n", {}, [["a", "b"], ["c", "d"]]],
  ["empty fields", ",\na,\n,b\n", {}, [["", ""], ["a", ""], ["", "b"]]],
  ["spaces as they are", " a, b \n", {}, [[" a", " b "]]],
  ["rows of any length", "a\nb,c\n", {}, [["a"], ["b", "c"]]],
  ["quoted separators and quotes", '"a,b","c ""d"""\n', {}, [["a,b", 'c "d"']]],
  ["a quoted field that is empty", '""\n"",""\n', {}, [[""], ["", ""]]],
  ["quoted line feeds", 'a,"b\n\nc"\nd,e\n', {}, [["a", "b\n\nc"], ["d", "e"]]],
  ["a quoted line feed without its carriage return", 'a,"b\r\nc",d\r\n', {}, [["a", "b\nc", "d"]]],
  ["a quoted field of several lines with quotes", '"a\n""b""\n""","c"\n', {}, [['a\n"b"\n"', "c"]]],
  ["another separator", "a;b,c\n", { separator: ";" }, [["a", "b,c"]]],
  ["a separator of several bytes", 'a€"€b"\n', { separator: "€" }, [["a", "€b"]]],
  ["the first row as names", "x,y\n1,2\n3,4\n", { skipFirstRow: true }, [{ x: "1", y: "2" }, { x: "3", y: "4" }]],
  ["names alone as no row", "x,y\n", { skipFirstRow: true }, []],
  ["given names", "1,2\n3,4\n", { columns: ["x", "y"] }, [{ x: "1", y: "2" }, { x: "3", y: "4" }]],
  ["given names in place of the first row's", "a,b\n1,2\n", { skipFirstRow: true, columns: ["x", "y"] }, [
    { x: "1", y: "2" },
  ]],
  ["names that objects have", "__proto__x,constructor\n1,2\n", { skipFirstRow: true }, [
    { "__proto__x": "1", "constructor": "2" },
  ]],
];

for (const [name, text, options, rows] of readings) {
  Deno.test(`CsvParseStream reads ${name}, wherever the text is cut`, async () => {
    for (let size = 1; size <= Math.max(1, text.length); size++) {
      assertEquals(await Array.fromAsync(parse(cut(text, size), options)), rows, `in chunks of ${size}`);
    }
  });
}

type ErrorClass = new (message: string) => Error;

const failures: [string, string, Options, ErrorClass, string, unknown[]][] = [
  [
    "a quote in a field without quotes",
    'a,b\n1,2\n3 "4,5\n',
    {},
    SyntaxError,
    'Syntax error on line 3; parse error on line 3, column 3: bare " in non-quoted-field',
    [["a", "b"], ["1", "2"]],
  ],
  [
    "text after a quoted field",
    '"a"b,c\n',
    {},
    SyntaxError,
    'Syntax error on line 1; parse error on line 1, column 3: extraneous or missing " in quoted-field',
    [],
  ],
  [
    "a stray quote some lines into a quoted field",
    'a,b\n"w\n\no"rd",1\n',
    {},
    SyntaxError,
    'Syntax error on line 2; parse error on line 4, column 2: extraneous or missing " in quoted-field',
    [["a", "b"]],
  ],
  [
    "a quoted field without an end",
    'a,b\n\n1,"2\n',
    {},
    SyntaxError,
    'Syntax error on line 3; parse error on line 4, column 1: extraneous or missing " in quoted-field',
    [["a", "b"]],
  ],
  [
    "a row with fewer fields than names",
    "x,y,z\n1,2,3\n4,5\n",
    { skipFirstRow: true },
    Error,
    "Syntax error on line 3: The record has 2 fields, but the header has 3 fields",
    [{ x: "1", y: "2", z: "3" }],
  ],
  [
    "a row with more fields than names",
    "x,y\n\n1,2,3\n",
    { skipFirstRow: true },
    Error,
    "Syntax error on line 3: The record has 3 fields, but the header has 2 fields",
    [],
  ],
];

for (const [name, text, options, errorClass, message, rows] of failures) {
  Deno.test(`CsvParseStream fails for ${name}, after the rows before`, async () => {
    for (const size of [1, 3, text.length]) {
      const read: unknown[] = [];
      const error = await assertRejects(async () => {
        for await (const row of parse(cut(text, size), options)) read.push(row);
      }, errorClass);
      assertEquals(error.message, message);
      assertEquals(error.constructor, errorClass);
      assertEquals(read, rows);
    }
  });
}

Deno.test("CsvParseStream rows have types by the options", async () => {
  const arrays = ReadableStream.from(["a,b\n"]).pipeThrough(new CsvParseStream());
  const fields: string[][] = await Array.fromAsync(arrays);
  assertEquals(fields, [["a", "b"]]);
  const records = ReadableStream.from(["a,b\n"]).pipeThrough(new CsvParseStream({ columns: ["x", "y"] }));
  const values: Record<"x" | "y", string>[] = await Array.fromAsync(records);
  assertEquals(values[0].y, "b");
  const named = ReadableStream.from(["x\na\n"]).pipeThrough(new CsvParseStream({ skipFirstRow: true }));
  const texts: Record<string, string | undefined>[] = await Array.fromAsync(named);
  assertEquals(texts[0].x, "a");
  // @ts-expect-error: the option has another name
  new CsvParseStream({ delimiter: ";" });
});

Deno.test("CsvParseStream reads no further than it must from an endless source", async () => {
  let pulled = 0;
  const endless = new ReadableStream<string>({ pull: (controller) => controller.enqueue(`${pulled++},1\n`) });
  const reader = endless.pipeThrough(new CsvParseStream()).getReader();
  for (let i = 0; i < 100; i++) assertEquals((await reader.read()).value, [String(i), "1"]);
  assertEquals(pulled < 110, true, `pulled ${pulled} lines for 100 rows`);
  await reader.cancel();
});

Deno.test("CsvParseStream cancels an idle source", async () => {
  const { promise: canceled, resolve: cancel } = Promise.withResolvers<void>();
  const idle = new ReadableStream<string>({ cancel: () => cancel() });
  const reader = idle.pipeThrough(new CsvParseStream()).getReader();
  const pending = reader.read();
  await reader.cancel();
  await canceled;
  assertEquals((await pending).done, true);
});

Deno.test("CsvParseStream passes on the error of its source", async () => {
  const broken = new ReadableStream<string>({ pull: (controller) => controller.error(new RangeError("broken")) });
  await assertRejects(() => broken.pipeThrough(new CsvParseStream()).getReader().read(), RangeError, "broken");
});

function parse(chunks: string[], options: Options): ReadableStream<string[] | Record<string, string>> {
  return ReadableStream.from(chunks).pipeThrough(new CsvParseStream(options));
}

function cut(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
}
