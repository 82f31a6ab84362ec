import { nextRandom } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { drawPlaces } from "../../lib/replay/draw_places.ts";

Deno.test("drawPlaces() draws by the seeded generator, and gives the next seed", () => {
  const [first, middle] = nextRandom(5);
  const [second, next] = nextRandom(middle);
  const drawn = drawPlaces({ count: 2, size: 10, seed: 5 }, (place) => place);
  assertEquals(drawn, [[first, second].map((value) => Math.floor(10 * value)), next]);
});

Deno.test("drawPlaces() draws each place as often as the others", () => {
  const counts = Array(10).fill(0);
  drawPlaces({ count: 10_000, size: 10, seed: 1 }, (place) => counts[place]++);
  // Chi-square with 9 degrees of freedom: above 27.9 once in a thousand.
  const distance = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  assert(distance < 27.9, `${distance}`);
});

Deno.test("drawPlaces() draws nothing from nothing, nor if nothing is asked for", () => {
  assertEquals(drawPlaces({ count: 3, size: 0, seed: 1 }, (place) => place), [[], 1]);
  assertEquals(drawPlaces({ count: 0, size: 3, seed: 1 }, (place) => place), [[], 1]);
  assertThrows(
    () => drawPlaces({ count: -1, size: 3, seed: 1 }, (place) => place),
    RangeError,
    "Cannot sample buffer as",
  );
});
