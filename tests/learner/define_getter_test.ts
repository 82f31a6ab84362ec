import { assertEquals } from "@std/assert";
import { defineGetter } from "../../lib/learner/define_getter.ts";

Deno.test("defineGetter() gives what Object.defineProperty gives", () => {
  const getter = function (this: { base: number }) {
    return 2 * this.base;
  };
  const object = { base: 4 };
  defineGetter(object, "twice", getter);
  const expected = Object.defineProperty({ base: 4 }, "twice", { get: getter, enumerable: true, configurable: true });
  assertEquals(Object.getOwnPropertyDescriptors(object), Object.getOwnPropertyDescriptors(expected));
  assertEquals({ ...object }, { base: 4, twice: 8 } as unknown);
});
