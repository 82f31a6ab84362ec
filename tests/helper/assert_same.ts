import { assert } from "@std/assert";

/** Throws if the two rows differ in a bit of a number; unlike `assertEquals` it tells -0 from 0. */
export function assertSame(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert(actual.length === expected.length, `Expected ${expected.length} numbers, and not ${actual.length}`);
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [actual[i], expected[i]];
    assert(Object.is(a, e), `Expected ${shown(e)} at ${i}, and not ${shown(a)}`);
  }
}

function shown(x: number): string {
  return Object.is(x, -0) ? "-0" : `${x}`;
}
