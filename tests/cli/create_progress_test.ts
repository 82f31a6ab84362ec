import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { createProgress } from "@backstream/backstream/cli";

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 200, written, write: (text: string) => written.push(text) };
}

Deno.test("createProgress() writes a line for each tenth where there is no terminal", () => {
  let time = 0;
  const stream = screen(false);
  const progress = createProgress({ total: 1000, label: "learning", stream, now: () => time });
  for (let count = 1; count <= 1000; count++) {
    time += 10;
    progress.update(count, { accuracy: 0.5, cost: 0.25 });
  }
  progress.stop();
  assertEquals(stream.written.length, 10);
  assertEquals(
    stream.written[0],
    "learning: 100 of 1000 (10 %), 100 samples/s, accuracy 50.0 %, cost 0.2500, 9s left\n",
  );
  assertEquals(
    stream.written[9],
    "learning: 1000 of 1000 (100 %), 100 samples/s, accuracy 50.0 %, cost 0.2500, 0s left\n",
  );
});

Deno.test("createProgress() writes what came last when it is stopped early", () => {
  let time = 0;
  const stream = screen(false);
  const progress = createProgress({ total: 1000, stream, now: () => time });
  time = 1000;
  progress.update(42);
  progress.stop();
  assertEquals(stream.written, ["progress: 42 of 1000 (4 %), 42 samples/s, 23s left\n"]);
});

Deno.test("createProgress() gives the time left in hours and minutes", () => {
  let time = 0;
  const stream = screen(false);
  const progress = createProgress({ total: 10_000, stream, now: () => time });
  time = 1_000_000;
  progress.update(1000);
  progress.stop();
  assertStringIncludes(stream.written[0], "1 samples/s, 2h30m left\n");
});

Deno.test("createProgress() shows a bar on a terminal", () => {
  let time = 0;
  const stream = screen(true);
  const progress = createProgress({ total: 200, label: "learning", stream, now: () => time });
  time = 500;
  progress.update(50, { accuracy: 0.875 });
  progress.stop();
  assertStringIncludes(
    stream.written.join(""),
    "learning \u2588\u2588\u2588\u2588\u2588\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591 25 % | " +
      "50 of 200 | 100 samples/s, accuracy 87.5 %, 2s left",
  );
});

Deno.test("createProgress() draws ten pictures a second at most, and the last one", () => {
  let time = 0;
  const stream = screen(true);
  const progress = createProgress({ total: 1000, stream, now: () => time });
  for (let count = 1; count <= 1000; count++) {
    time += 1;
    progress.update(count);
  }
  progress.stop();
  const counts = stream.written.join("").match(/\d+ of 1000/g) ?? [];
  assertEquals(counts.at(-1), "1000 of 1000");
  assertEquals(counts.length <= 11, true);
});

Deno.test("createProgress() shows nothing but the end where nothing was learned", () => {
  const stream = screen(false);
  createProgress({ total: 10, stream, now: () => 0 }).stop();
  assertEquals(stream.written, ["progress: 0 of 10 (0 %), 0 samples/s\n"]);
});

for (const total of [0, -1, 1.5, NaN, Infinity]) {
  Deno.test(`createProgress() throws for a total of ${total}`, () => {
    assertThrows(
      () => createProgress({ total }),
      RangeError,
      `Cannot create progress as total must be a whole number above 0: current value is ${total}`,
    );
  });
}
