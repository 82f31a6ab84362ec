import { assert } from "@std/assert";

/** How far two numbers may lie apart: absolute + relative |expected|. */
export interface Bounds {
  readonly relative?: number;
  readonly absolute?: number;
}

/** Throws if one number of the two rows differs by more than the bounds, or the rows differ in length. */
export function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, bounds: Bounds): void {
  const { relative = 0, absolute = 0 } = bounds;
  assert(actual.length === expected.length, `Expected ${expected.length} numbers, and not ${actual.length}`);
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [actual[i], expected[i]];
    const close = Object.is(a, e) || Math.abs(a - e) <= absolute + relative * Math.abs(e);
    assert(close, `Expected ${e} at ${i}, and not ${a}, which differs by ${Math.abs(a - e)}`);
  }
}
