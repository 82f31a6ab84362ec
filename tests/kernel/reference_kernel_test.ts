import { referenceKernel } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";

const { affine, transposedProduct, outerProduct, hadamard, add, scale } = referenceKernel;

/** What a kernel function writes into a new array, whose old contents must not matter. */
function filled(length: number, write: (out: Float32Array) => void): number[] {
  const out = new Float32Array(length).fill(77);
  write(out);
  return [...out];
}

Deno.test("referenceKernel.affine() is w a + b", () => {
  const weights = Float32Array.of(1, 2, 3, 4, 5, 6);
  assertSame(filled(2, (out) => affine(weights, Float32Array.of(10, 20), Float32Array.of(1, -1, 2), out)), [15, 31]);
});

Deno.test("referenceKernel.transposedProduct() is the transposed w times d", () => {
  const weights = Float32Array.of(1, 2, 3, 4, 5, 6);
  assertSame(filled(3, (out) => transposedProduct(weights, Float32Array.of(1, -2), out)), [-7, -8, -9]);
});

Deno.test("referenceKernel.outerProduct() is a row per element of d", () => {
  const [d, a] = [Float32Array.of(2, -3), Float32Array.of(1, 0, 5)];
  assertSame(filled(6, (out) => outerProduct(d, a, out)), [2, 0, 10, -3, 0, -15]);
});

Deno.test("referenceKernel.hadamard(), add() and scale() work element by element", () => {
  const [s, t] = [Float32Array.of(1, -2, 3), Float32Array.of(4, 5, -6)];
  assertSame(filled(3, (out) => hadamard(s, t, out)), [4, -10, -18]);
  assertSame(filled(3, (out) => add(s, t, out)), [5, 3, -3]);
  assertSame(filled(3, (out) => scale(-2, t, out)), [-8, -10, 12]);
});

Deno.test("referenceKernel.affine() starts at the bias, adds by ascending index and rounds each sum to float32", () => {
  // From 2^24 on float32 holds no odd number: 2^24 + 1 is rounded to 2^24, and 1 + 1 + 2^24 would not be.
  const big = 16777216;
  const ones = Float32Array.of(1, 1, 1);
  assertSame(filled(1, (out) => affine(Float32Array.of(1, 1, -1), Float32Array.of(big), ones, out)), [big - 1]);
  assertSame(filled(1, (out) => affine(Float32Array.of(1, 1, big), Float32Array.of(0), ones, out)), [big + 2]);
  assertSame(filled(1, (out) => affine(Float32Array.of(big, 1, 1), Float32Array.of(0), ones, out)), [big]);
});

Deno.test("referenceKernel.affine() rounds each product to float32 before it is added", () => {
  // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24; the last term is lost by rounding the product, and kept by a fused multiply-add.
  const x = 1 + 2 ** -12;
  const sum = filled(1, (out) => affine(Float32Array.of(x), Float32Array.of(-1), Float32Array.of(x), out));
  assertEquals(sum, [2 ** -11]);
});

Deno.test("referenceKernel.transposedProduct() adds every fourth row, then the four sums, and rounds each time", () => {
  const big = 16777216;
  const sum = (...rows: number[]) => {
    const [weights, ones] = [Float32Array.from(rows), new Float32Array(rows.length).fill(1)];
    return filled(1, (out) => transposedProduct(weights, ones, out));
  };
  assertSame(sum(1, 1, big), [big + 2]);
  assertSame(sum(big, 1, 1), [big]);
  assertSame(sum(big, 1, 1, 1), [big + 2]);
  assertSame(sum(1, 0, 0, 0, 1, 0, 0, 0, big), [big + 2]);
  assertSame(sum(big, 0, 0, 0, 1, 0, 0, 0, 1), [big]);
  const x = 1 + 2 ** -12;
  const [weights, delta] = [Float32Array.of(-1, x), Float32Array.of(1, x)];
  const product = filled(1, (out) => transposedProduct(weights, delta, out));
  assertEquals(product, [2 ** -11]);
});

Deno.test("referenceKernel.scale() rounds the factor to float32 first", () => {
  // 1 + 2^-24 is rounded to 1; the exact product with 3 would be rounded up to 3 + 2^-22.
  assertSame(filled(1, (out) => scale(1 + 2 ** -24, Float32Array.of(3), out)), [3]);
  assertEquals(Math.fround((1 + 2 ** -24) * 3), 3 + 2 ** -22);
});

Deno.test("referenceKernel leaves out inputs that are zero, whatever they meet", () => {
  const weights = Float32Array.of(Infinity, 2, NaN, 3);
  assertSame(filled(2, (out) => affine(weights, Float32Array.of(1, 1), Float32Array.of(0, 1), out)), [3, 4]);
  assertSame(filled(2, (out) => affine(weights, Float32Array.of(-0, 1), Float32Array.of(-0, 0), out)), [0, 1]);
  assertSame(filled(2, (out) => outerProduct(Float32Array.of(NaN), Float32Array.of(0, -0), out)), [0, 0]);
});

Deno.test("referenceKernel spreads NaN to each element that depends on it, and to no other", () => {
  const weights = Float32Array.of(1, NaN, 3, 4);
  const ones = Float32Array.of(1, 1);
  assertSame(filled(2, (out) => affine(weights, ones, ones, out)), [NaN, 8]);
  assertSame(filled(2, (out) => affine(ones, ones, Float32Array.of(NaN), out)), [NaN, NaN]);
  assertSame(filled(2, (out) => transposedProduct(weights, ones, out)), [4, NaN]);
  assertSame(filled(2, (out) => transposedProduct(ones, Float32Array.of(NaN), out)), [NaN, NaN]);
  assertSame(filled(4, (out) => outerProduct(Float32Array.of(NaN, 1), ones, out)), [NaN, NaN, 1, 1]);
  assertSame(filled(2, (out) => hadamard(Float32Array.of(NaN, 1), ones, out)), [NaN, 1]);
  assertSame(filled(2, (out) => add(ones, Float32Array.of(1, NaN), out)), [2, NaN]);
  assertSame(filled(2, (out) => scale(NaN, ones, out)), [NaN, NaN]);
});

Deno.test("referenceKernel overflows to infinity as float32 does", () => {
  const large = Float32Array.of(3e38);
  assertSame(filled(1, (out) => scale(2, large, out)), [Infinity]);
  assertSame(filled(1, (out) => add(large, large, out)), [Infinity]);
  assertSame(filled(1, (out) => hadamard(large, large, out)), [Infinity]);
});

Deno.test("referenceKernel does nothing with empty blocks", () => {
  const none = new Float32Array(0);
  assertSame(filled(0, (out) => affine(none, none, none, out)), []);
  assertSame(filled(0, (out) => outerProduct(none, none, out)), []);
  assertSame(filled(2, (out) => affine(none, Float32Array.of(5, 6), none, out)), [5, 6]);
  assertSame(filled(2, (out) => transposedProduct(none, none, out)), [0, 0]);
});

Deno.test("referenceKernel changes nothing but out", () => {
  const weights = Float32Array.of(1, 2, 3, 4);
  const [biases, vector] = [Float32Array.of(5, 6), Float32Array.of(7, 8)];
  filled(2, (out) => affine(weights, biases, vector, out));
  filled(2, (out) => transposedProduct(weights, vector, out));
  filled(4, (out) => outerProduct(biases, vector, out));
  for (const each of [hadamard, add]) filled(2, (out) => each(biases, vector, out));
  filled(2, (out) => scale(3, vector, out));
  assertSame([...weights, ...biases, ...vector], [1, 2, 3, 4, 5, 6, 7, 8]);
});
