/** Snapshots that someone has changed: they are refused, or give a learner that works. */
import { decodeLearner, encodeLearner, nextRandom, SampleError, SnapshotError } from "@backstream/backstream";
import { assert } from "@std/assert";
import { kinds } from "../helper/kinds_of_learners.ts";
import { readSafetensors, safetensorsOf } from "../helper/safetensors.ts";

type Json = Record<string, unknown>;

/** Draws whole numbers below a bound. */
function drawer(seed: number): (below: number) => number {
  return (below) => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return Math.floor(value * below);
  };
}

/** All places of JSON. */
function placesOf(json: unknown): [object: Json, key: string][] {
  if (typeof json !== "object" || json === null) return [];
  return Object.keys(json).flatMap((key): [Json, string][] => {
    return [[json as Json, key], ...placesOf((json as Json)[key])];
  });
}

const others: readonly unknown[] = [
  ...[undefined, null, true, false, "", "text", "toString", "__proto__", [], {}, [[]]],
  ...[-1, 0, 1, 2, 3, 0.5, 1e9, 2 ** 31, 2 ** 40, 2 ** 53, -1e300],
  { $number: "NaN" },
  { $number: "Infinity" },
  { $packed: ["F32", 1] },
  { $packed: ["F64", 2 ** 40] },
  { $packed: ["F32", 2 ** 20, 2 ** 33] },
  { $packed: ["F32", 1, 8] },
  { $numbers: 8 },
  { $numbers: 2 ** 50 },
  { $columns: [["a", [1, 2]], ["b", [1]]] },
  { $columns: [["a", { $numbers: 8 }]] },
  { $network: 0 },
  { $network: 99 },
  { $network: { inputs: 2 ** 30, layers: [{ units: 2 ** 30 }] }, parameters: { $packed: ["F32", 3] } },
  { $tensor: "0.weight" },
  { $entries: [["a", 1]] },
];

/** What options may be said to be. */
const described = [undefined, null, "toString", [], {}, -1, 0.5, 1e9, 2 ** 40];

/** Changes a few places: to something else, to what stands at another place, or away. */
function change(content: Json, draw: (below: number) => number): void {
  const places = placesOf(content);
  for (let times = 1 + draw(2); times > 0; times--) {
    const [object, key] = places[draw(places.length)];
    const [other, otherKey] = places[draw(places.length)];
    const way = draw(10);
    const value = object[key];
    if (way < 6) object[key] = others[draw(others.length)];
    else if (way < 7) object[key] = structuredClone(other[otherKey]);
    else if (way < 8 && typeof value === "number") object[key] = value + draw(5) - 2;
    else if (Array.isArray(object)) object.splice(Number(key), 1);
    else delete object[key];
  }
}

for (const { name, learner, samples: samplesOf } of kinds) {
  if (learner.description.maker === undefined) continue; // others are damaged in decode_learner_test.ts
  const samples = samplesOf(140);
  const file = encodeLearner(learner, learner.learnMany(learner.init(), samples.slice(0, 130)).state);
  const { headerLength, metadata } = readSafetensors(file);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + headerLength)));
  const data = file.subarray(8 + headerLength);

  /** Whether the bytes are refused; throws if they do harm, or take longer than a busy machine needs. */
  const isRefused = (bytes: Uint8Array, what: string): boolean => {
    const start = performance.now();
    const refused = refuses(bytes, what);
    const milliseconds = performance.now() - start;
    assert(milliseconds < 10_000, `${what}: ${milliseconds} ms`);
    return refused;
  };

  const refuses = (bytes: Uint8Array, what: string): boolean => {
    try {
      const { learner, state } = decodeLearner(bytes);
      try {
        learner.predictOne(state, samples[130].features);
        encodeLearner(learner, learner.learnMany(state, samples.slice(130)).state);
        learner.learnOne(learner.init(), samples[0]);
      } catch (error) {
        if (!(error instanceof SampleError)) throw error;
      }
      return false;
    } catch (error) {
      if (error instanceof SnapshotError) return true;
      throw new Error(`${what}: ${error}`, { cause: error });
    }
  };

  Deno.test(`${name}: a snapshot cut short is refused`, () => {
    const draw = drawer(1);
    for (let i = 0; i < 200; i++) assert(isRefused(file.subarray(0, draw(file.length)), `cut ${i}`));
  });

  Deno.test(`${name}: a snapshot with bits of its header changed is refused, or can be used`, () => {
    const draw = drawer(2);
    let refused = 0;
    for (let i = 0; i < 150; i++) {
      const bytes = file.slice();
      for (let flips = 1 + draw(3); flips > 0; flips--) bytes[draw(8 + headerLength)] ^= 1 << draw(8);
      if (isRefused(bytes, `flip ${i}`)) refused++;
    }
    assert(refused > 75, `${refused} were refused`);
  });

  Deno.test(`${name}: a snapshot with bits of its numbers changed is refused, or can be used`, () => {
    const draw = drawer(3);
    for (let i = 0; i < 30; i++) {
      const bytes = file.slice();
      for (let flips = 1 + draw(20); flips > 0; flips--) {
        bytes[8 + headerLength + draw(data.length)] ^= 1 << draw(8);
      }
      isRefused(bytes, `number ${i}`);
    }
  });

  Deno.test(`${name}: a snapshot whose content says something else is refused, or can be used`, () => {
    const draw = drawer(4);
    let refused = 0;
    for (let i = 0; i < 250; i++) {
      const content = JSON.parse(metadata.backstream);
      change(content, draw);
      const text = JSON.stringify(content);
      const bytes = safetensorsOf({ ...header, __metadata__: { format: "pt", backstream: text } }, data);
      if (isRefused(bytes, `content ${i}`)) refused++;
    }
    assert(refused > 125, `${refused} were refused`);
  });
  if (/for (classification|multilabel)/.test(name)) continue; // what follows would find what it does for the others
  Deno.test(`${name}: a snapshot whose learner is described otherwise at one place is refused, or can be used`, () => {
    const content = JSON.parse(metadata.backstream);
    for (const [object, key] of placesOf(content.learner)) {
      const kept = object[key];
      for (const other of described) {
        object[key] = other;
        const text = JSON.stringify(content);
        const bytes = safetensorsOf({ ...header, __metadata__: { format: "pt", backstream: text } }, data);
        isRefused(bytes, `${key} as ${JSON.stringify(other)}`);
      }
      object[key] = kept;
    }
  });
}
