import type { ElementwiseActivation } from "@backstream/backstream";
import { assertClose } from "./assert_close.ts";

/** Throws if the derivative differs at one of the points by more than 1e-9 from a central difference of fourth order. */
export function assertDerivative({ value, derivative }: ElementwiseActivation, points: readonly number[]): void {
  const h = 1e-3;
  const difference = (z: number) =>
    (8 * (value(z + h) - value(z - h)) - (value(z + 2 * h) - value(z - 2 * h))) / (12 * h);
  assertClose(points.map(derivative), points.map(difference), { absolute: 1e-9, relative: 1e-9 });
}
