import { createDriftDetector } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { placesOf, stateOf } from "./streams.ts";

interface Case {
  readonly spec: { readonly name: string };
  readonly stream: string;
  readonly drift: number[];
  readonly warning?: number[];
  readonly width?: number;
}

const { streams, detectors, kolmogorovSmirnov } = JSON.parse(
  Deno.readTextFileSync(new URL("../reference/drift.json", import.meta.url)),
) as {
  streams: Record<string, number[]>;
  detectors: Case[];
  kolmogorovSmirnov: { a: number[]; b: number[]; statistic: number; pValue: number }[];
};

/** Streams of 1,000 to 2,000 values. */
export { streams };

/** Pairs of samples and the results of their test by scipy. */
export { kolmogorovSmirnov };

/** Checks a detector against a plain program of its paper: the places of all drifts and warnings. */
export function checkReference(name: string): void {
  for (const { spec, stream, drift, warning = [], width } of detectors.filter(({ spec }) => spec.name === name)) {
    Deno.test(`${name}() finds what its paper finds in the stream ${stream}: ${JSON.stringify(spec)}`, () => {
      const detector = createDriftDetector(spec);
      assertEquals(placesOf(detector, streams[stream]), drift);
      assertEquals(placesOf(detector, streams[stream], "warning"), warning);
      if (width !== undefined) assertEquals(stateOf(detector, streams[stream]).width, width);
    });
  }
}
