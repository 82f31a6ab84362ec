import { murmurHash3, nextRandom } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("murmurHash3() gives the published hashes of texts", () => {
  const seed = 0x9747b28c;
  const published: [text: string, seed: number, hash: number][] = [
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["test", 0, 0xba6bd213],
    ["test", seed, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["Hello, world!", seed, 0x24884cba],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
    ["The quick brown fox jumps over the lazy dog", seed, 0x2fa826cd],
    ["aaaa", seed, 0x5a97808a],
    ["aaa", seed, 0x283e0130],
    ["aa", seed, 0x5d211726],
    ["a", seed, 0x7fa09ea6],
    ["abcd", seed, 0xf0478627],
    ["abc", 0, 0xb3dd93fa],
    ["ππππππππ", seed, 0xd58063c1],
    ["a".repeat(256), seed, 0x37405bdc],
  ];
  for (const [text, seed, hash] of published) assertEquals(murmurHash3(text, seed), hash, text);
});

Deno.test("murmurHash3() gives the published hashes of bytes", () => {
  const published: [bytes: number[], seed: number, hash: number][] = [
    [[0xff, 0xff, 0xff, 0xff], 0, 0x76293b50],
    [[0x21, 0x43, 0x65, 0x87], 0, 0xf55b516b],
    [[0x21, 0x43, 0x65, 0x87], 0x5082edee, 0x2362f9de],
    [[0x21, 0x43, 0x65], 0, 0x7e4a8634],
    [[0x21, 0x43], 0, 0xa0f7b07a],
    [[0x21], 0, 0x72661cf4],
    [[0, 0, 0, 0], 0, 0x2362f9de],
    [[0, 0, 0], 0, 0x85f0b427],
    [[0, 0], 0, 0x30f4c306],
    [[0], 0, 0x514e28b7],
  ];
  for (const [bytes, seed, hash] of published) assertEquals(murmurHash3(Uint8Array.from(bytes), seed), hash);
});

Deno.test("murmurHash3() hashes a text as its UTF-8 bytes, halves of surrogate pairs included", () => {
  const pieces = ["a", "zz", "é", "߿", "ࠀ", "水", "￿", "\u{10000}", "\u{10ffff}", "😀", "\ud800", "\udc00", "\ud83d"];
  let seed = 1;
  for (let i = 0; i < 500; i++) {
    const [length, next] = nextRandom(seed);
    seed = next;
    let text = "";
    for (let k = 0; k < length * 9; k++) {
      const [place, next] = nextRandom(seed);
      seed = next;
      text += pieces[Math.floor(place * pieces.length)];
    }
    assertEquals(murmurHash3(text, i), murmurHash3(new TextEncoder().encode(text), i), JSON.stringify(text));
  }
});

Deno.test("murmurHash3() takes its seed modulo 2^32", () => {
  assertEquals(murmurHash3("a", -1), murmurHash3("a", 2 ** 32 - 1));
});
