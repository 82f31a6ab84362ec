import { assertEquals, assertRejects } from "@std/assert";
import type { BodyReader } from "../../../lib/http/body/body_reader.ts";
import { ndjsonRows } from "../../../lib/http/stream/ndjson_rows.ts";
import { createLineReader } from "../../../lib/http/sample/create_line_reader.ts";
import { objectsOf, type RowList } from "../../../lib/http/stream/row_list.ts";
import { SampleRows } from "../../../lib/http/stream/sample_rows.ts";
import { type PartOptions, readParts } from "../../../lib/http/stream/read_parts.ts";

/** A body whose pieces come when they are given, and who asks whether it was cancelled. */
function bodyOf(...pieces: (string | Promise<string> | Error)[]): BodyReader & { readonly log: string[] } {
  const log: string[] = [];
  let next = 0;
  return {
    log,
    async read() {
      log.push("read");
      const piece = await pieces[next++];
      if (piece instanceof Error) throw piece;
      return piece === undefined ? undefined : new TextEncoder().encode(piece);
    },
    cancel: () => void log.push("cancel"),
  };
}

const options: PartOptions = { rows: 2, length: 100, full: false };

async function parts(body: BodyReader, changed: Partial<PartOptions> = {}): Promise<unknown[][]> {
  const all: unknown[][] = [];
  for await (const rows of readParts(body, ndjsonRows(1000), { ...options, ...changed })) {
    all.push(objectsOf(rows).map(({ value, fault }) => fault?.rule ?? value));
  }
  return all;
}

function valuesOf(rows: RowList | void): unknown {
  return rows && objectsOf(rows).map(({ value }) => value);
}

Deno.test("readParts() makes parts of so many rows, whatever the pieces are", async () => {
  assertEquals(await parts(bodyOf("1\n2\n3\n4", "5\n6\n")), [[1, 2], [3, 45], [6]]);
  assertEquals(await parts(bodyOf("1\n2\n")), [[1, 2]]);
  assertEquals(await parts(bodyOf()), []);
});

Deno.test("readParts() makes smaller parts of long rows", async () => {
  const [a, b] = ["a".repeat(48), "b".repeat(200)];
  assertEquals(await parts(bodyOf(`"${a}"\n"${a}"\n1\n"${b}"\n2\n`), { rows: 10 }), [[a, a], [1], [b], [2]]);
});

Deno.test("readParts() does not keep rows waiting, unless parts are to be full", async () => {
  for (const full of [false, true]) {
    let send = (_piece: string): void => {};
    const late = new Promise<string>((resolve) => send = resolve);
    const generator = readParts(bodyOf("1\n2\n3\n", late), ndjsonRows(10), { ...options, rows: 2, full });
    assertEquals((await generator.next()).value?.length, 2);
    const third = generator.next();
    if (full) send("4\n");
    assertEquals(valuesOf((await third).value), full ? [3, 4] : [3]);
    if (!full) send("4\n");
    await generator.return(undefined);
  }
});

Deno.test("readParts() keeps rows in columns, whatever the pieces are", async () => {
  const line = (x: number) => `{"features":[${x}],"target":1}\n`;
  const body = bodyOf(line(1) + line(2), line(3) + '{"features":', `[4],"target":1}\n` + line(5), "\n" + line(6));
  const found: unknown[] = [];
  for await (
    const rows of readParts(body, ndjsonRows(1000, createLineReader(1)), { ...options, rows: 4, length: 1000 })
  ) {
    if (rows instanceof SampleRows) found.push([rows.line, ...rows.samples.features]);
    else found.push(rows.map(({ line }) => line));
  }
  assertEquals(found, [[1, 1, 2, 3, 4], [5, 7]]); // objects, as a line between them is blank
});

Deno.test("readParts() reads characters that two pieces share, and a byte order mark", async () => {
  const [head, tail] = [Uint8Array.of(0xef, 0xbb, 0xbf, 0x22, 0xc3), Uint8Array.of(0xbc, 0x22)];
  const pieces = [head, tail].values();
  const body = { read: () => Promise.resolve(pieces.next().value), cancel: () => {} };
  assertEquals(await parts(body), [["ü"]]);
});

Deno.test("readParts() reads one piece ahead, throws when it comes to a mistake, and cancels the body at the end", async () => {
  const body = bodyOf("1\n", new TypeError("lost"));
  const generator = readParts(body, ndjsonRows(10), { ...options, rows: 1 });
  await generator.next();
  assertEquals(body.log, ["read", "read"]);
  await assertRejects(() => generator.next(), TypeError, "lost");
  assertEquals(body.log.at(-1), "cancel");

  const left = bodyOf("1\n2\n3\n", "4\n");
  const early = readParts(left, ndjsonRows(10), options);
  await early.next();
  await early.return(undefined);
  assertEquals(left.log.at(-1), "cancel");
});
