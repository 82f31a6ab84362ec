/** What one workload gave: microseconds a sample by contender, and who was left out and why. */
export interface Result {
  readonly name: string;
  readonly medians: ReadonlyMap<string, number>;
  readonly leftOut: readonly string[];
}

/**
 * A workload as a Markdown table: times, samples a second, and the ratio to the first row.
 *
 * @param result The workload.
 * @returns The table.
 */
export function table({ name, medians, leftOut }: Result): string {
  const [first] = medians.values();
  const rows = Array.from(medians, ([who, time]) => {
    const perSecond = Math.round(1e6 / time).toLocaleString("en-US");
    return `| ${who} | ${round(time)} | ${perSecond} | ${round(time / first)} |`;
  });
  const missing = leftOut.map((who) => `- left out: ${who}`);
  return [
    `## ${name}`,
    "",
    "| | us a sample | samples/s | times the first |",
    "|---|---:|---:|---:|",
    ...rows,
    ...missing.length > 0 ? ["", ...missing] : [],
    "",
  ].join("\n");
}

/**
 * Three significant digits.
 *
 * @param value A number.
 * @returns It as text.
 */
export function round(value: number): string {
  return `${Number(value.toPrecision(3))}`;
}
