import { assertEquals } from "@std/assert";
import { interleave } from "./interleave.ts";

Deno.test("interleave() takes turns, leaves the first round out and returns medians", async () => {
  const order: string[] = [];
  const named = (name: string, times: number[]) => ({
    name,
    round: (milliseconds: number) => {
      order.push(`${name}${milliseconds}`);
      return times.shift()!;
    },
  });
  const medians = await interleave([named("a", [90, 3, 1, 2]), named("b", [90, 5, 7, 6])], 3, 10);
  assertEquals([...medians], [["a", 2], ["b", 6]]);
  assertEquals(order, ["a10", "b10", "a10", "b10", "a10", "b10", "a10", "b10"]);
});

Deno.test("interleave() takes the mean of the two in the middle, and waits for rounds", async () => {
  const times = [9, 1, 2, 4, 100];
  const medians = await interleave([{ name: "a", round: () => Promise.resolve(times.shift()!) }], 4, 1);
  assertEquals(medians.get("a"), 3);
});
