/** The order of things under delays in the plainest way, to compare with. */

/** One thing that happens: a sample comes, or its target does. */
export type Happening = readonly ["predict" | "learn", place: number];

/** What happens when, for samples that come at some moments and whose targets come after some time. */
export function naiveDelay(moments: readonly number[], delays: readonly number[]): Happening[] {
  const happenings: Happening[] = [];
  const waiting = new Set<number>();
  const due = (place: number) => moments[place] + delays[place];
  const learnUntil = (now: number) => {
    const ready = [...waiting].filter((place) => due(place) <= now).sort((a, b) => due(a) - due(b) || a - b);
    for (const place of ready) {
      waiting.delete(place);
      happenings.push(["learn", place]);
    }
  };
  moments.forEach((moment, place) => {
    learnUntil(moment);
    happenings.push(["predict", place]);
    waiting.add(place);
  });
  learnUntil(Infinity);
  return happenings;
}
