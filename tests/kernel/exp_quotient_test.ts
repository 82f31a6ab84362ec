import { assertEquals } from "@std/assert";
import { expQuotient } from "../../lib/kernel/exp_quotient.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

const value = (x: number): number => {
  const { exponent, coth, rest } = expQuotient(x);
  return (coth + rest) / (coth - rest) * 2 ** exponent;
};

Deno.test("expQuotient() of 0 is 2/2, and of -ln 2 half of that", () => {
  assertEquals(expQuotient(0), { exponent: 0, coth: 2, rest: 0 });
  const { exponent, coth, rest } = expQuotient(-Math.LN2);
  assertEquals([exponent, coth], [-1, 2]);
  assertClose([rest], [0], { absolute: 1e-16 });
});

Deno.test("expQuotient() gives r coth(r/2), below ln 2 / 2 with r as it is", () => {
  const rs = [...steps(-0.34, -0.01, 34), ...steps(0.01, 0.34, 34)];
  assertClose(rs.map((r) => expQuotient(r).coth), rs.map((r) => r / Math.tanh(r / 2)), { relative: 5e-16 });
  assertEquals(rs.map((r) => expQuotient(r).rest), rs);
});

Deno.test("expQuotient() has a relative error below 6e-16 against 60 digits", () => {
  const normal = reference.exp.filter(([x]) => x < 709);
  assertClose(normal.map(([x]) => value(x)), normal.map(([, y]) => y), { relative: 6e-16 });
});

Deno.test("expQuotient() keeps r within ln 2 / 2 and gives a whole exponent", () => {
  for (const x of steps(-746, 710, 20011)) {
    const { exponent, rest } = expQuotient(x);
    assertEquals(Math.abs(rest) <= Math.LN2 / 2 + 1e-13, true, `rest ${rest} at ${x}`);
    assertEquals(Number.isInteger(exponent), true, `exponent ${exponent} at ${x}`);
  }
});

Deno.test("expQuotient() takes what is below -746 as -746, and gives NaN for NaN", () => {
  assertEquals([-746.1, -1e300, -Infinity].map(expQuotient), [-746, -746, -746].map(expQuotient));
  assertSame([value(NaN)], [NaN]);
});
