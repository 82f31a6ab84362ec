import { type FeatureRecord, nextNormal, nextRandom } from "@backstream/backstream";

/** Seeded records of all types of fields, with missing values, and fields that come later and go earlier. */
export function drawnRecords(count: number, seed = 1): FeatureRecord[] {
  const draw = (next: (seed: number) => [number, number] = nextRandom) => {
    const [value, after] = next(seed);
    seed = after;
    return value;
  };
  const pick = <T>(values: readonly T[]) => values[Math.floor(draw() * values.length)];
  return Array.from({ length: count }, (_, i): FeatureRecord => {
    const age = 40 + 10 * draw(nextNormal);
    const record: Record<string, FeatureRecord[string]> = {
      age: draw() < 0.1 ? pick([null, undefined, NaN, ""]) : age,
      city: draw() < 0.1 ? null : `city ${Math.floor(draw() * draw() * 30)}`,
      ok: pick([true, false]),
      when: new Date(Date.UTC(2024, 0, 1) + i * 5e6),
      note: pick(["the quick brown fox jumps over the lazy dog", "to be, or not to be: that is the question", ""]),
      position: [draw(), 1e3 * draw(), draw() < 0.1 ? NaN : draw()],
    };
    if (i >= count / 4) record.late = draw(nextNormal);
    if (i >= count / 2) delete record.ok;
    return record;
  });
}

/** The record with its keys in the opposite order. */
export function reversed(record: FeatureRecord): FeatureRecord {
  return Object.fromEntries(Object.entries(record).reverse());
}
