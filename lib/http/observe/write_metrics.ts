import type { MetricFamily, MetricSample } from "./metric_family.ts";

/** A text that holds metrics. */
export type MetricsFormat = "prometheus" | "openMetrics";

/** The content-types of the texts. */
export const metricsTypes: Readonly<Record<MetricsFormat, string>> = {
  prometheus: "text/plain; version=0.0.4; charset=utf-8",
  openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8",
};

/**
 * Writes metrics in the text format 0.0.4 of Prometheus, or in that of OpenMetrics 1.0, where the family of a counter has no
 * `_total` and an end is marked.
 *
 * @param families The metrics.
 * @param format Which text to write.
 * @returns The text.
 */
export function writeMetrics(families: readonly MetricFamily[], format: MetricsFormat): string {
  const lines = families.flatMap(({ name, type, help, samples }) => {
    const counted = type === "counter" ? `${name}_total` : name;
    const family = format === "openMetrics" ? name : counted;
    return [
      `# HELP ${family} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
      `# TYPE ${family} ${type}`,
      ...samples.map((sample) => writeSample(counted, sample)),
    ];
  });
  if (format === "openMetrics") lines.push("# EOF");
  return lines.map((line) => `${line}\n`).join("");
}

function writeSample(name: string, { suffix = "", labels, value }: MetricSample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${suffix}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${writeNumber(value)}`;
}

function escapeLabel(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function writeNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}
