import { assertEquals, assertNotEquals } from "@std/assert";
import { hashText } from "../../../lib/http/hosted/hash_text.ts";

const text = ({ high, low }: { high: number; low: number }) => `${high} ${low}`;

Deno.test("hashText() gives two halves of 32 bits, the same for the same text and seed alone", () => {
  for (const each of ["", "a", "ü", "\u{1f600}", "x".repeat(1000)]) {
    const { high, low } = hashText(each);
    for (const half of [high, low]) assertEquals(half >>> 0, half);
    assertEquals(hashText(each), { high, low });
    assertNotEquals(hashText(each, { high: 1, low: 0 }), { high, low });
    assertNotEquals(hashText(each, { high: 0, low: 1 }), { high, low });
  }
});

Deno.test("hashText() tells a hundred thousand texts apart that are much alike, by 53 bits too", () => {
  const makers: ((i: number) => string)[] = [
    String,
    (i) => `sample-${i}`,
    (i) => "a".repeat(i % 300) + "b" + "a".repeat(Math.floor(i / 300)),
    (i) => i.toString(2).padStart(17, "0"),
  ];
  for (const make of makers) {
    const whole = new Set<string>();
    const part = new Set<number>();
    const texts = new Set(Array.from({ length: 100_000 }, (_, i) => make(i)));
    for (const each of texts) {
      const hash = hashText(each);
      whole.add(text(hash));
      part.add((hash.high & 0x1fffff) * 2 ** 32 + hash.low);
    }
    assertEquals([whole.size, part.size], [texts.size, texts.size]);
  }
});

Deno.test("hashText() sets every bit in about half of all texts", () => {
  const counts = new Array(64).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const { high, low } = hashText(`id-${i}`);
    for (let bit = 0; bit < 32; bit++) {
      counts[bit] += low >>> bit & 1;
      counts[32 + bit] += high >>> bit & 1;
    }
  }
  for (const count of counts) assertEquals(Math.abs(count - 5000) < 250, true, `${count}`); // 5 standard deviations
});
