import { assertEquals } from "@std/assert";
import { kolmogorovSmirnov } from "../../lib/drift/kolmogorov_smirnov.ts";
import { assertClose } from "../helper/assert_close.ts";
import { kolmogorovSmirnov as cases } from "./check_reference.ts";

Deno.test("kolmogorovSmirnov() counts by how many values one sample is ahead", () => {
  // 2 of the C(4, 2) = 6 ways to mix two and two keep them apart.
  assertEquals(kolmogorovSmirnov([1, 2], [3, 4]), { statistic: 1, pValue: 2 / 6 });
  assertEquals(kolmogorovSmirnov([4, 1], [3, 2]), { statistic: 0.5, pValue: 1 });
  assertEquals(kolmogorovSmirnov([1, 1, 2], [2, 1, 1]), { statistic: 0, pValue: 1 });
  assertEquals(kolmogorovSmirnov([5], [5]), { statistic: 0, pValue: 1 });
});

Deno.test("kolmogorovSmirnov() equals scipy within 1e-12", () => {
  for (const { a, b, statistic, pValue } of cases) {
    const result = kolmogorovSmirnov(a, b);
    assertClose([result.statistic, result.pValue], [statistic, pValue], { relative: 1e-12 });
  }
});

Deno.test("kolmogorovSmirnov() counts paths: p is the share of all mixes that are as far apart", () => {
  const n = 6;
  const leads = new Map<number, number>();
  for (let mix = 0; mix < 2 ** (2 * n); mix++) {
    const a: number[] = [];
    const b: number[] = [];
    for (let i = 0; i < 2 * n; i++) (mix >> i & 1 ? a : b).push(i);
    if (a.length !== n) continue;
    const { statistic } = kolmogorovSmirnov(a, b);
    leads.set(statistic, (leads.get(statistic) ?? 0) + 1);
  }
  for (let height = 1; height <= n; height++) {
    const far = [...leads].filter(([statistic]) => statistic >= height / n).reduce((sum, [, count]) => sum + count, 0);
    const shifted = Array.from({ length: n }, (_, i) => i + height - 0.5);
    assertClose([kolmogorovSmirnov([0, 1, 2, 3, 4, 5], shifted).pValue], [far / 924], { relative: 1e-14 });
  }
});

Deno.test("kolmogorovSmirnov() changes nothing that it is given", () => {
  const [a, b] = [Object.freeze([3, 1, 2]), Object.freeze([6, 5, 4])];
  assertEquals(kolmogorovSmirnov(a, b), kolmogorovSmirnov(b, a));
});
