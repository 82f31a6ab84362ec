import { adwin, ddm, pageHinkley, type PageHinkleyState } from "@backstream/backstream";
import { detectDrift, type DriftEvent } from "@backstream/backstream/rx";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { from, lastValueFrom, map, range, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";

const boom = new Error("boom");

/** A drift where a value is more than 1 above the mean. */
const detector = pageHinkley({ minInstances: 1, delta: 0, threshold: 1, alpha: 1, mode: "up" });

const zeros = { count: 2, mean: 0, rise: 0, leastRise: 0, fall: 0, mostFall: 0 };
const risen = { count: 2, mean: 2, rise: 2, leastRise: 0, fall: 2, mostFall: 2 };

Deno.test("detectDrift() tells where the drift is, of which item, and what the detector remembers", async () => {
  const events = from([0, 4, 4, 4]).pipe(detectDrift(detector), toArray());
  assertEquals(await lastValueFrom(events), [{ item: 4, value: 4, index: 1, status: "drift", state: risen }]);
});

checkMarbles<number, DriftEvent<number, PageHinkleyState>>("detectDrift()", detectDrift(detector), {
  inputs: { a: 0, b: 4 },
  outputs: {
    p: { item: 0, value: 0, index: 0, status: "stable", state: { ...zeros, count: 1 } },
    q: { item: 4, value: 4, index: 1, status: "drift", state: risen },
  },
  cases: {
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "|", subscribed: "(^!)" },
    values: { source: "-a-b-|", expected: "---q-|", subscribed: "^----!" },
    error: { source: "-a-b-#", expected: "---q-#", subscribed: "^----!" },
    endless: {
      source: "-a-b--",
      expected: "-p-q--",
      subscribed: "^",
      operator: detectDrift(detector, { emit: "all" }),
    },
    "early unsubscribe": { source: "-a-b-a-|", expected: "---q", subscribed: "^---!", leaves: "^---!" },
    "throwing callback": {
      source: "-a-b-|",
      expected: "-#",
      subscribed: "^!",
      error: boom,
      operator: detectDrift(detector, {
        select: () => {
          throw boom;
        },
      }),
    },
  },
});

Deno.test("detectDrift() tells where a warning begins, not that it goes on, and each drift", async () => {
  const errors = [...Array.from({ length: 100 }, (_, i) => i % 5 === 0 ? 1 : 0), ...Array(20).fill(1)];
  const watch = async (emit: "changes" | "all") =>
    (await lastValueFrom(from(errors).pipe(detectDrift(ddm(), { emit }), toArray()))).map(({ index, status }) =>
      [index, status] as const
    );
  const all = await watch("all");
  assertEquals(all.map(([index]) => index), errors.map((_, i) => i));
  const news = all.filter(([i, status]) => status === "drift" || (status === "warning" && all[i - 1][1] !== "warning"));
  assertEquals(await watch("changes"), news);
  assertEquals(news.some(([, status]) => status === "warning") && news.some(([, status]) => status === "drift"), true);
});

Deno.test("detectDrift() watches what is selected, and goes on from a state", async () => {
  const select = ({ cost }: { cost: number }, index: number) => cost + 0 * index;
  const items = from([{ cost: 4 }, { cost: 0 }]);
  const events = items.pipe(detectDrift(detector, { select, state: { ...zeros, count: 1 } }), toArray());
  assertEquals(await lastValueFrom(events), [
    { item: { cost: 4 }, value: 4, index: 0, status: "drift", state: risen },
  ]);
});

Deno.test("detectDrift() gives every subscriber a state of its own", async () => {
  const events = range(0, 640).pipe(
    map((i) => i < 320 ? 0 : 1),
    detectDrift(adwin()),
    map(({ index }) => index),
    toArray(),
  );
  const first = await lastValueFrom(events);
  assertEquals(first[0] > 319 && first[0] < 352, true);
  assertEquals(await lastValueFrom(events), first);
});

Deno.test("detectDrift() ends with the error of a value that the detector refuses, or skips and counts it", async () => {
  const values = from([0, NaN, Infinity, 4]);
  await assertRejects(
    () => lastValueFrom(values.pipe(detectDrift(detector))),
    RangeError,
    "Cannot update pageHinkley as value must be a finite number: current value is NaN",
  );
  const told: [message: string, skipped: number][] = [];
  const events = values.pipe(
    detectDrift(detector, { invalid: "skip", onInvalid: ({ message }, skipped) => told.push([message, skipped]) }),
    toArray(),
  );
  assertEquals((await lastValueFrom(events)).map(({ index, state }) => [index, state]), [[3, risen]]);
  assertEquals(told.map(([message, skipped]) => [message.split(": ")[1], skipped]), [
    ["current value is NaN", 1],
    ["current value is Infinity", 2],
  ]);
});

Deno.test("detectDrift() rejects to emit what it does not know", () => {
  assertThrows(
    () => detectDrift(detector, { emit: "none" as "all" }),
    RangeError,
    'Cannot create detectDrift as emit must be "changes" or "all": current value is none',
  );
});
