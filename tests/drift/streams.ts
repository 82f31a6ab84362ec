import { type DriftDetector, nextRandom } from "@backstream/backstream";

/** A stream of 0 and 1, of which so many are 1 on average: parts that follow each other. */
export function bits(seed: number, ...parts: (readonly [count: number, share: number | ((i: number) => number)])[]) {
  return parts.flatMap(([count, share]) =>
    Array.from({ length: count }, (_, i) => {
      const [value, next] = nextRandom(seed);
      seed = next;
      return value < (typeof share === "number" ? share : share(i)) ? 1 : 0;
    })
  );
}

/** The state after a stream. */
export function stateOf<State>({ init, update }: DriftDetector<State>, values: readonly number[]): State {
  return values.reduce((state, value) => update(state, value), init());
}

/** The places of a stream where the detector gives this status. */
export function placesOf<State>(
  detector: DriftDetector<State>,
  values: readonly number[],
  status: "warning" | "drift" = "drift",
): number[] {
  let state = detector.init();
  return values.flatMap((value, i) => {
    state = detector.update(state, value);
    return detector.status(state) === status ? [i] : [];
  });
}
