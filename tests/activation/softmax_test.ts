import { softmax } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";

const rows = [[0.5, -1.25, 2], [0, 0], [10, -10, 3, 3.5, -2], [7]];

Deno.test("softmax.value() is 1/6, 2/6, 3/6 at ln 1, ln 2, ln 3", () => {
  assertClose(softmax.value([0, Math.LN2, Math.log(3)]), [1 / 6, 2 / 6, 3 / 6], { relative: 1e-15 });
  assertEquals([...softmax.value([7])], [1]);
  assertEquals([...softmax.value([])], []);
});

Deno.test("softmax.value() adds up to 1 within 1e-15", () => {
  for (const z of rows) {
    const sum = softmax.value(z).reduce((total, a) => total + a, 0);
    assertClose([sum], [1], { absolute: 1e-15 });
  }
});

Deno.test("softmax.value() does not change when the same number is added to each z", () => {
  for (const z of rows) assertEquals(softmax.value(z.map((x) => x + 1024)), softmax.value(z));
  assertEquals([...softmax.value([1e300, 1e300])], [0.5, 0.5]);
});

Deno.test("softmax.derivative() is a_j ([j = k] - a_k), symmetric, each row adding up to 0", () => {
  assertClose(softmax.derivative([0, Math.LN2]), [2 / 9, -2 / 9, -2 / 9, 2 / 9], { relative: 1e-15 });
  for (const z of rows) {
    const n = z.length;
    const jacobian = softmax.derivative(z);
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) assertEquals(jacobian[j * n + k], jacobian[k * n + j]);
      assertClose([jacobian.subarray(j * n, j * n + n).reduce((sum, d) => sum + d, 0)], [0], { absolute: 1e-15 });
    }
  }
});

Deno.test("softmax.derivative() agrees with central differences within 1e-9", () => {
  const h = 1e-4;
  for (const z of rows) {
    const n = z.length;
    const jacobian = softmax.derivative(z);
    for (let k = 0; k < n; k++) {
      const moved = (by: number) => softmax.value(z.with(k, z[k] + by));
      const [above, below] = [moved(h), moved(-h)];
      for (let j = 0; j < n; j++) {
        assertClose([jacobian[j * n + k]], [(above[j] - below[j]) / (2 * h)], { absolute: 1e-9 });
      }
    }
  }
});

Deno.test("softmax.pullBack() is the transposed Jacobian times the gradient", () => {
  for (const z of rows) {
    const gradient = z.map((x, j) => Math.sin(3 * x + j));
    const jacobian = softmax.derivative(z);
    const expected = z.map((_, k) => gradient.reduce((sum, g, j) => sum + g * jacobian[j * z.length + k], 0));
    assertClose(softmax.pullBack(z, gradient), expected, { absolute: 1e-15 });
  }
});

Deno.test("softmax.pullBack() takes a gradient that is the same everywhere to 0", () => {
  assertClose(softmax.pullBack([0.5, -1.25, 2], [3, 3, 3]), [0, 0, 0], { absolute: 1e-15 });
});

Deno.test("softmax gives 0 to a z of minus infinity, and NaN where a z is NaN or plus infinity", () => {
  assertEquals([...softmax.value([-Infinity, 0, 0])], [0, 0.5, 0.5]);
  assertEquals([...softmax.value([NaN, 0])], [NaN, NaN]);
  assertEquals([...softmax.value([0, NaN])], [NaN, NaN]);
  assert(softmax.value([Infinity, 0]).includes(NaN));
});

Deno.test("softmax does not change what it is given", () => {
  const z = Float32Array.of(1, 2, 3);
  const gradient = Float32Array.of(4, 5, 6);
  softmax.value(z), softmax.derivative(z), softmax.pullBack(z, gradient);
  assertEquals([...z, ...gradient], [1, 2, 3, 4, 5, 6]);
});
