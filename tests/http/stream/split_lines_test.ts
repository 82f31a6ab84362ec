import { assertEquals } from "@std/assert";
import { splitLines } from "../../../lib/http/stream/split_lines.ts";

/** The lines of the pieces, each as text and number, or number alone if it is too long. */
function lines(pieces: string[], most = 10): (string | number)[] {
  const all: (string | number)[] = [];
  const { push, end } = splitLines(most, (text, number, tooLong) => all.push(tooLong ? number : `${number}:${text}`));
  pieces.forEach(push);
  end();
  return all;
}

Deno.test("splitLines() finds lines wherever the pieces end", () => {
  const text = "one\r\n\ntwo\nthree";
  const expected = ["1:one", "2:", "3:two", "4:three"];
  for (let size = 1; size <= text.length; size++) {
    const pieces = Array.from(
      { length: Math.ceil(text.length / size) },
      (_, i) => text.slice(i * size, (i + 1) * size),
    );
    assertEquals(lines(pieces), expected);
  }
  assertEquals(lines([]), []);
  assertEquals(lines(["", "\n"]), ["1:"]);
});

Deno.test("splitLines() leaves out what is too long and goes on after it", () => {
  assertEquals(lines(["0123456789\n01234567890\nnext"]), ["1:0123456789", 2, "3:next"]);
  assertEquals(lines(["01234", "56789", "0123456789", "0\nnext\n"]), [1, "2:next"]);
  assertEquals(lines(["012345678901"]), [1]);
});
