import { assertEquals } from "@std/assert";
import { decodeLine } from "../../../lib/http/stream/decode_line.ts";
import { type LineSplitter, splitLines, type TryLine } from "../../../lib/http/stream/split_lines.ts";

/** The lines of the pieces, each as number and text, or the number alone if it is too long. */
function lines(pieces: string[], { most = 10, tryLine }: { most?: number; tryLine?: TryLine } = {}) {
  const all: (string | number)[] = [];
  const splitter = splitLines(
    most,
    (line, number) => all.push(line.end === line.start ? number : `${number}:${decodeLine(line, number)}`),
    tryLine,
  );
  give(splitter, pieces);
  return all;
}

function give({ push, end }: LineSplitter, pieces: string[]): void {
  for (const piece of pieces) push(new TextEncoder().encode(piece));
  end();
}

const text = "one\r\n\ntwo\nthree";

/** The text in pieces of so many bytes. */
const cut = (size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));

Deno.test("splitLines() finds lines wherever the pieces end", () => {
  for (let size = 1; size <= text.length; size++) {
    assertEquals(lines(cut(size)), ["1:one", "2:", "3:two", "4:three"]);
  }
  assertEquals(lines([]), []);
  assertEquals(lines(["", "\n"]), ["1:"]);
});

Deno.test("splitLines() leaves out what is too long and goes on after it", () => {
  assertEquals(lines(["0123456789\n01234567890\nnext"]), ["1:0123456789", 2, "3:next"]);
  assertEquals(lines(["01234", "56789", "0123456789", "0\nnext\n"]), [1, "2:next"]);
  assertEquals(lines(["012345678901"]), [1]);
});

Deno.test("splitLines() takes a line of many small pieces", () => {
  const piece = "0123456789".repeat(7);
  assertEquals(lines(Array(1000).fill(piece), { most: 1e6 }), [`1:${piece.repeat(1000)}`]);
});

Deno.test("splitLines() first asks what finds the end of a line by itself, which knows its number", () => {
  for (let size = 1; size <= text.length; size++) {
    const taken: number[] = [];
    const rest = lines(cut(size), {
      tryLine(bytes, start, number) {
        if (bytes[start] !== "t".charCodeAt(0)) return -1;
        taken.push(number);
        return bytes.indexOf(10, start) + 1;
      },
    });
    assertEquals([taken, rest], [[3, 4], ["1:one", "2:"]]);
  }
  const never: TryLine = () => {
    throw new Error("It was asked for a line that is too long");
  };
  assertEquals(lines(["01234", "567890\n"], { tryLine: never }), [1]);
});
