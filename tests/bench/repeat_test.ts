import { assertEquals } from "@std/assert";
import { repeat } from "./contender/repeat.ts";

Deno.test("repeat() runs until the time is over and returns microseconds a sample", () => {
  let time = 0;
  let runs = 0;
  const round = repeat(100, () => {
    runs++;
    time += 2;
  }, () => time);
  assertEquals([round(9), runs], [20, 5]); // 5 runs of 2 ms over 100 samples each
  assertEquals([round(0), runs], [20, 6]);
});
