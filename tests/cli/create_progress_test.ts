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
    "learning: 10% 100/1000, 9s left, 100 samples/s, accuracy 50.0%, cost 0.2500\n",
  );
  assertEquals(
    stream.written[9],
    "learning: 100% 1000/1000, 0s left, 100 samples/s, accuracy 50.0%, cost 0.2500\n",
  );
});

Deno.test("createProgress() writes what came last when it is stopped early", () => {
  let time = 0;
  const stream = screen(false);
  const progress = createProgress({ total: 1000, stream, now: () => time });
  time = 1000;
  progress.update(42);
  progress.stop();
  assertEquals(stream.written, ["progress: 4% 42/1000, 23s left, 42 samples/s\n"]);
});

Deno.test("createProgress() gives the time left in hours and minutes", () => {
  let time = 0;
  const stream = screen(false);
  const progress = createProgress({ total: 10_000, stream, now: () => time });
  time = 1_000_000;
  progress.update(1000);
  progress.stop();
  assertStringIncludes(stream.written[0], ", 2h30m left, 1 samples/s\n");
});

Deno.test("createProgress() shows a bar on a terminal", () => {
  let time = 0;
  const stream = screen(true);
  const progress = createProgress({ total: 200, label: "learning", stream, now: () => time });
  time = 500;
  progress.update(50, { accuracy: 0.875 });
  progress.stop();
  const [full, empty] = ["\u2588".repeat(10), "\u2591".repeat(30)];
  assertStringIncludes(
    stream.written.join(""),
    `learning ${full}${empty} 25% 50/200, 2s left, 100 samples/s, accuracy 87.5%`,
  );
});

Deno.test("createProgress() fits a terminal of 80 columns and leaves its settings alone", () => {
  let time = 0;
  const stream = { ...screen(true), columns: 80 };
  const progress = createProgress({ total: 60_000, label: "learning", stream, now: () => time });
  time = 15_000;
  progress.update(15_000, { accuracy: 0.955 });
  progress.stop();
  const line = stream.written.find((text) => text.startsWith("learning")) ?? "";
  assertEquals(line.length <= 80, true, line);
  assertStringIncludes(line, "25% 15000/60000, 45s left, 1000 samples/s, accuracy 95.5%");
  // Neither the cursor hidden nor the wrapping of lines turned off: an interrupt would leave them so.
  assertEquals(stream.written.filter((text) => text.startsWith("\u001b[?")), []);
});

Deno.test("createProgress() leaves out scores that are not finite, and goes on past the total", () => {
  for (const isTTY of [false, true]) {
    let time = 0;
    const stream = screen(isTTY);
    const progress = createProgress({ total: 10, stream, now: () => time });
    time = 1000;
    progress.update(20, { accuracy: NaN, cost: Infinity });
    progress.stop();
    const written = stream.written.join("");
    assertStringIncludes(written, "200% 20/10, 0s left, 20 samples/s");
    assertEquals(/accuracy|cost/.test(written), false);
  }
});

for (const isTTY of [false, true]) {
  Deno.test(`createProgress() takes an update for each of 60,000 samples on a ${isTTY ? "terminal" : "file"}`, () => {
    const stream = screen(isTTY);
    let asked = 0;
    const progress = createProgress({ total: 60_000, stream, now: () => asked++ / 1000 });
    for (let count = 1; count <= 60_000; count++) progress.update(count, { accuracy: 0.9 });
    progress.stop();
    // The clock runs for 60 ms only: the first picture and the last one.
    assertEquals(stream.written.join("").match(/\d+(?=\/60000)/g), [isTTY ? "1" : "6000", "60000"]);
  });
}

Deno.test("createProgress() draws ten pictures a second at most, and the last one", () => {
  let time = 0;
  const stream = screen(true);
  const progress = createProgress({ total: 1000, stream, now: () => time });
  for (let count = 1; count <= 1000; count++) {
    time += 1;
    progress.update(count);
  }
  progress.stop();
  const counts = stream.written.join("").match(/\d+(?=\/1000)/g) ?? [];
  assertEquals(counts.at(-1), "1000");
  assertEquals(counts.length <= 11, true);
});

Deno.test("createProgress() shows nothing but the end where nothing was learned", () => {
  const stream = screen(false);
  createProgress({ total: 10, stream, now: () => 0 }).stop();
  assertEquals(stream.written, ["progress: 0% 0/10, 0 samples/s\n"]);
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
