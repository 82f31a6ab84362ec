import { assertEquals } from "@std/assert";
import { curves } from "../../lib/chart/curves.ts";
import { domain, isWide, layOut } from "../../lib/chart/lay_out.ts";

Deno.test("domain() is the range of the values, down to zero where that is near", () => {
  assertEquals(domain([3, 5, 4], 0.5), [3, 5]);
  assertEquals(domain([2, 5], 0.5), [0, 5]);
  assertEquals(domain([-2, 5], 0.5), [-2, 5]);
});

Deno.test("domain() has a length whatever the values", () => {
  assertEquals(domain([], 0.5), [0, 1]);
  assertEquals(domain([0, 0], 0.5), [0, 1]);
  assertEquals(domain([7], 0.5), [0, 7]);
  assertEquals(domain([-7], 0.5), [-7, 0]);
  assertEquals(domain([0.3, 0.1 + 0.2], 0.5), [0, 0.1 + 0.2]);
  assertEquals(domain([-5e-324, 5e-324], 0.5), [0, 1]);
});

Deno.test("isWide() tells a range from a rounding error", () => {
  assertEquals([isWide([0, 1]), isWide([1e6, 1e6 + 1e-5]), isWide([-1, 0])], [true, true, true]);
  assertEquals([isWide([1, 0]), isWide([0.3, 0.1 + 0.2]), isWide([0, 5e-324]), isWide([NaN, 1])], Array(4).fill(false));
});

const options = { title: "t", xLabel: "x", yLabel: "y", width: 760, height: 440, series: [] };

Deno.test("layOut() puts the lowest and highest values at the edges of the plot", () => {
  const drawn = curves([{ name: "a", points: [{ x: 0, y: 0 }, { x: 100, y: 1 }] }]);
  const { plot } = layOut(options, drawn);
  assertEquals([plot.x(0), plot.x(100)], [plot.left, plot.right]);
  assertEquals([plot.y(0), plot.y(1)], [plot.bottom, plot.top]);
  assertEquals(plot.left > 0 && plot.right < 760 && plot.top > 0 && plot.bottom < 440, true);
});

Deno.test("layOut() takes a given domain, and gives longer labels more room", () => {
  const short = layOut({ ...options, yDomain: [0, 2] }, curves([{ name: "a", points: [{ x: 0, y: 1 }] }]));
  const long = layOut(options, curves([{ name: "a much longer name", points: [{ x: 0, y: 1 }] }]));
  assertEquals(short.plot.y.domain(), [0, 2]);
  assertEquals(long.plot.right < short.plot.right, true);
});
