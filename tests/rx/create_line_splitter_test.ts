import { createLineSplitter, type Line, type LineSplitterOptions } from "@backstream/backstream/rx";
import { assertEquals } from "@std/assert";

function split(chunks: Iterable<Uint8Array | string>, options?: LineSplitterOptions): Line[] {
  const splitter = createLineSplitter(options);
  const lines: Line[] = [];
  for (const chunk of chunks) lines.push(...splitter.push(chunk));
  return [...lines, ...splitter.end()];
}

function texts(chunks: Iterable<Uint8Array | string>): string[] {
  return split(chunks).map(({ text }) => text);
}

Deno.test("createLineSplitter() counts lines, ended by LF or CR LF, the last one with or without", () => {
  assertEquals(split(["a\nb\r\n", "c"]), [
    { number: 1, text: "a", tooLong: false },
    { number: 2, text: "b", tooLong: false },
    { number: 3, text: "c", tooLong: false },
  ]);
  assertEquals(texts(["a\n"]), ["a"]);
  assertEquals(texts(["a\rb\n\n \r\n"]), ["a\rb", "", " "]);
});

Deno.test("createLineSplitter() gives the same lines wherever the chunks end, within a character too", () => {
  const text = "zwölf\r\nδ^l = ((w^{l+1})^T δ^{l+1}) ⊙ σ'(z^l)\n\n🧠\r\nlast";
  const bytes = new TextEncoder().encode(text);
  const expected = text.split(/\r?\n/);
  for (let size = 1; size <= bytes.length; size++) {
    const chunks: Uint8Array[] = [];
    for (let start = 0; start < bytes.length; start += size) chunks.push(bytes.slice(start, start + size));
    assertEquals(texts(chunks), expected);
  }
  assertEquals(texts(text), expected); // a chunk a character
});

Deno.test("createLineSplitter() leaves out a byte order mark at the beginning only", () => {
  assertEquals(texts(["\uFEFFa\n\uFEFFb\n", "\uFEFFc"]), ["a", "\uFEFFb", "\uFEFFc"]);
  assertEquals(texts([Uint8Array.of(0xEF, 0xBB), Uint8Array.of(0xBF, 0x61)]), ["a"]);
});

Deno.test("createLineSplitter() gives nothing for nothing", () => {
  assertEquals(split([]), []);
  assertEquals(split(["", new Uint8Array()]), []);
});

Deno.test("createLineSplitter() gives a line that is too long as soon as it is, and drops the rest of it", () => {
  const tooLong = { number: 2, text: "1234", tooLong: true };
  const after = { number: 3, text: "abcd", tooLong: false };
  assertEquals(split(["ok\n12345\nabcd\r\n"], { maxLength: 4 }).slice(1), [tooLong, after]);
  const splitter = createLineSplitter({ maxLength: 4 });
  assertEquals([...splitter.push("ok\n123456")].slice(1), [tooLong]);
  assertEquals([...splitter.push("789")], []);
  assertEquals([...splitter.push("0\nabcd\r")], []);
  assertEquals([...splitter.push("\n")], [after]);
  assertEquals([...splitter.end()], []);
});

Deno.test("createLineSplitter() shows the first 80 characters of a line that is too long", () => {
  assertEquals(split(["x".repeat(2 ** 20 + 2)]), [{ number: 1, text: "x".repeat(80), tooLong: true }]);
  assertEquals(split(["x".repeat(2 ** 20)])[0].text.length, 2 ** 20);
});
