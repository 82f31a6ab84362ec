import { assertEquals } from "@std/assert";
import { curves } from "../../lib/chart/curves.ts";
import { describeCurves } from "../../lib/chart/describe_curves.ts";
import { layOut } from "../../lib/chart/lay_out.ts";

const options = { title: "t", xLabel: "samples", yLabel: "cost", width: 760, height: 440, series: [] };

Deno.test("describeCurves() tells the ends of each line, and the marks", () => {
  const drawn = curves([{ name: "sgd", points: [{ x: 0, y: 2 }, { x: 50, y: 1 }, { x: 100, y: 0.5 }] }]);
  const text = describeCurves({ ...options, marks: [{ x: 50, label: "drift" }] }, drawn, layOut(options, drawn).plot);
  assertEquals(text, "Line chart of cost against samples. sgd: from 2.000 at 0.0 to 0.500 at 100.0. drift at 50.0.");
});

Deno.test("describeCurves() says that there is nothing", () => {
  assertEquals(
    describeCurves(options, [], layOut(options, []).plot),
    "Line chart of cost against samples. There is no data yet.",
  );
});
