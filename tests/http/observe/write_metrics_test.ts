import { assertEquals } from "@std/assert";
import parsePrometheusTextFormat from "parse-prometheus-text-format";
import type { MetricFamily } from "../../../lib/http/observe/metric_family.ts";
import { metricsTypes, writeMetrics } from "../../../lib/http/observe/write_metrics.ts";

const families: MetricFamily[] = [
  {
    name: "seen",
    type: "counter",
    help: "What was seen,\nwith a \\.",
    samples: [{ labels: { by: 'a "b"\\\n' }, value: 3 }, { labels: {}, value: 0.5 }],
  },
  {
    name: "level",
    type: "gauge",
    help: "Ends.",
    samples: [NaN, Infinity, -Infinity].map((value) => ({ labels: {}, value })),
  },
  {
    name: "took",
    type: "histogram",
    help: "None.",
    samples: [{ suffix: "_sum", labels: { a: "1", b: "2" }, value: 1e21 }],
  },
];

Deno.test("writeMetrics() writes the text format of Prometheus", () => {
  assertEquals(
    writeMetrics(families, "prometheus"),
    [
      "# HELP seen_total What was seen,\\nwith a \\\\.",
      "# TYPE seen_total counter",
      'seen_total{by="a \\"b\\"\\\\\\n"} 3',
      "seen_total 0.5",
      "# HELP level Ends.",
      "# TYPE level gauge",
      "level NaN",
      "level +Inf",
      "level -Inf",
      "# HELP took None.",
      "# TYPE took histogram",
      'took_sum{a="1",b="2"} 1e+21',
      "",
    ].join("\n"),
  );
  assertEquals(metricsTypes.prometheus, "text/plain; version=0.0.4; charset=utf-8");
});

Deno.test("writeMetrics() writes the text format of OpenMetrics", () => {
  const text = writeMetrics(families.slice(0, 1), "openMetrics");
  assertEquals(text.split("\n").slice(1, 3), ["# TYPE seen counter", 'seen_total{by="a \\"b\\"\\\\\\n"} 3']);
  assertEquals(text.endsWith("\n# EOF\n"), true);
  assertEquals(writeMetrics([], "openMetrics"), "# EOF\n");
});

Deno.test("writeMetrics() writes what an independent parser reads", () => {
  const [seen] = parsePrometheusTextFormat(writeMetrics(families, "prometheus"));
  assertEquals([seen.name, seen.type, seen.metrics], ["seen_total", "COUNTER", [
    { value: "3", labels: { by: 'a "b"\\\n' } },
    { value: "0.5" },
  ]]);
});
