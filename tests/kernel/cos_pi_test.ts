import { assert, assertEquals } from "@std/assert";
import { cosPi } from "../../lib/kernel/cos_pi.ts";
import { assertClose } from "../helper/assert_close.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

Deno.test("cosPi() is 1, 1/2, 0, -1/2 and -1 at 0, 1/3, 1/2, 2/3 and 1", () => {
  assertClose([0, 1 / 3, 1 / 2, 2 / 3, 1].map(cosPi), [1, 0.5, 0, -0.5, -1], { absolute: 1e-15 });
  assertEquals([cosPi(0), cosPi(1)], [1, -1]);
});

Deno.test("cosPi() has an absolute error below 1e-15 against 60 digits", () => {
  assertClose(reference.cosPi.map(([x]) => cosPi(x)), reference.cosPi.map(([, y]) => y), { absolute: 1e-15 });
});

Deno.test("cosPi() falls from 0 to 1, over the joint at 1/2", () => {
  const values = [...steps(0, 1, 1001), ...steps(0.5 - 1e-12, 0.5 + 1e-12, 101)].map(cosPi);
  for (let i = 1; i < 1001; i++) assert(values[i] < values[i - 1]);
  for (let i = 1002; i < values.length; i++) assert(values[i] <= values[i - 1]);
});

Deno.test("cosPi() keeps NaN", () => assertEquals(cosPi(NaN), NaN));
