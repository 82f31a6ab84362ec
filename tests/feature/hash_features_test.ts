import { hashFeatures, murmurHash3, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { bucketOf, requireBits, signOf } from "../../lib/feature/hash_features.ts";

interface Case {
  readonly bits: number;
  readonly features: Record<string, number | string> | string[];
  readonly indices: number[];
  readonly values: number[];
}

const { hashed, signs }: { hashed: Case[]; signs: [name: string, bucket: number, sign: number][] } = JSON.parse(
  Deno.readTextFileSync(new URL("../reference/features.json", import.meta.url)),
);

Deno.test("hashFeatures() has the buckets and signs of scikit-learn's FeatureHasher", () => {
  for (const { bits, features, indices, values } of hashed) {
    assertEquals(hashFeatures(features, { bits }), { indices, values });
  }
  assertEquals(hashed.length > 8, true);
});

Deno.test("bucketOf() and signOf() are those of scikit-learn's FeatureHasher for 1000 names", () => {
  for (const [name, bucket, sign] of signs) {
    const hash = murmurHash3(name);
    assertEquals([bucketOf(hash, 20), signOf(hash)], [bucket, sign], name);
  }
  assertEquals(signs.length, 1000);
});

Deno.test("bucketOf() takes the least signed number, which has no absolute value in 32 bits, for bucket 0", () => {
  assertEquals(bucketOf(0x80000000, 5), 0);
  assertEquals(signOf(0x80000000), -1);
  assertEquals([bucketOf(0xffffffff, 5), bucketOf(33, 5), bucketOf(33, 0)], [1, 1, 0]);
});

Deno.test("hashFeatures() adds up what meets in a bucket, and leaves out what is 0", () => {
  assertEquals(hashFeatures(["a", "a"], { bits: 4, signed: false }).values, [2]);
  const { indices, values } = hashFeatures(Array.from({ length: 64 }, (_, i) => `${i}`), { bits: 2, signed: false });
  assertEquals(indices, [0, 1, 2, 3]);
  assertEquals((values as number[]).reduce((sum, x) => sum + x, 0), 64);
  assertEquals(hashFeatures({ a: 0, b: false }, { bits: 4 }), { indices: [], values: [] });
  assertEquals(hashFeatures([], { bits: 4 }), { indices: [], values: [] });
  assertEquals(hashFeatures({ a: true }, { bits: 4 }), hashFeatures(["a"], { bits: 4 }));
});

Deno.test("hashFeatures() takes a text for a name with a value, and another seed for other buckets", () => {
  assertEquals(hashFeatures({ city: "Paris" }, { bits: 9 }), hashFeatures(["city=Paris"], { bits: 9 }));
  const [a, b] = [0, 1].map((seed) => hashFeatures(["Paris"], { bits: 20, seed }).indices);
  assertEquals(a !== b && a[0] !== b[0], true);
});

Deno.test("hashFeatures() takes names that objects inherit for names", () => {
  const features = JSON.parse('{"__proto__": 2, "constructor": 1, "": 3}');
  assertEquals(hashFeatures(features, { bits: 30, signed: false }).values.length, 3);
});

Deno.test("hashFeatures() throws at a value that is no number", () => {
  const refuse = (value: unknown, message: string) =>
    assertThrows(() => hashFeatures({ a: value as number }, { bits: 4 }), SampleError, message);
  refuse(NaN, "Cannot use features.a as it must be a finite number: current value is NaN");
  refuse(null, "Cannot use features.a as it must be a finite number: current value is null");
});

Deno.test("requireBits() throws if the bits are not a whole number from 0 to 30", () => {
  for (const bits of [0, 30]) requireBits("hash features", "bits", bits);
  for (const bits of [-1, 31, 0.5, NaN]) {
    assertThrows(
      () => hashFeatures([], { bits }),
      RangeError,
      `Cannot hash features as bits must be a whole number from 0 to 30: current value is ${bits}`,
    );
  }
});
