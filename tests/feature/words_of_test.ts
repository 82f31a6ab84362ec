import { hashFeatures } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { wordsOf } from "../../lib/feature/words_of.ts";
import { assertClose } from "../helper/assert_close.ts";

/** The buckets as `hashFeatures` has them, with a vector of length 1. */
function expected(words: string[], bits: number): [number, number][] {
  const { indices, values } = hashFeatures(words, { bits });
  const numbers = Array.from(values);
  const length = Math.hypot(...numbers);
  return numbers.map((x, i) => [indices[i], x / length]);
}

function assertWords(text: string, words: string[], bits: number): void {
  const [actual, wanted] = [[...wordsOf(text, bits)].sort(([a], [b]) => a - b), expected(words, bits)];
  assertEquals(actual.map(([bucket]) => bucket), wanted.map(([bucket]) => bucket));
  assertClose(actual.map(([, x]) => x), wanted.map(([, x]) => x), { absolute: 1e-15 });
}

Deno.test("wordsOf() hashes runs of letters and digits in lower case", () => {
  assertWords("The dog, the DOG -- and 2nd cats!", ["the", "dog", "the", "dog", "and", "2nd", "cats"], 20);
  assertWords("Ærø\tin Łódź\nunder 木", ["ærø", "in", "łódź", "under", "木"], 20);
  assertWords(
    Array.from({ length: 100 }, (_, i) => `w${i}`).join(" "),
    Array.from({ length: 100 }, (_, i) => `w${i}`),
    3,
  );
});

Deno.test("wordsOf() gives a vector of length 1, however long the text is", () => {
  const squares = [...wordsOf("to be or not to be ".repeat(50), 8).values()].map((x) => x * x);
  assertClose([squares.reduce((sum, x) => sum + x, 0)], [1], { absolute: 1e-12 });
  assertEquals([...wordsOf("dog", 8).values()].map(Math.abs), [1]);
});

Deno.test("wordsOf() gives nothing for a text without words, or whose words cancel out", () => {
  assertEquals([wordsOf("", 8).size, wordsOf(" -- !", 8).size], [0, 0]);
  const words = Array.from({ length: 50 }, (_, i) => `w${i}`);
  const signOf = (word: string) => hashFeatures([word], { bits: 0 }).values[0];
  const opposites = [1, -1].map((sign) => words.find((word) => signOf(word) === sign)!);
  assertEquals(wordsOf(opposites.join(" "), 0).size, 0);
});
