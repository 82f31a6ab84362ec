import { assertEquals } from "@std/assert";
import { hasImmutable } from "../../lib/kernel/mod.ts";
import { createScratch } from "../../lib/learner/create_scratch.ts";

Deno.test("createScratch() gives one array again, unless it can have become immutable", () => {
  const next = createScratch(3);
  const first = next();
  assertEquals([...first], [0, 0, 0]);
  first[1] = 5;
  assertEquals(next() === first, !hasImmutable());
});

Deno.test("createScratch() gives each its own array", () => {
  assertEquals(createScratch(2)() === createScratch(2)(), false);
});
