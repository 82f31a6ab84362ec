import { assertSame } from "../helper/assert_same.ts";
import { flushed } from "../../lib/optimizer/flushed.ts";

Deno.test("flushed() takes numbers below 2^-100 for 0, and leaves all others", () => {
  const small = 2 ** -100;
  assertSame([1, -1, small, -small, 0].map(flushed), [1, -1, small, -small, 0]);
  assertSame([small * 0.999, -small * 0.999, 5e-324].map(flushed), [0, 0, 0]);
  assertSame([NaN, Infinity, -Infinity].map(flushed), [NaN, Infinity, -Infinity]);
});
