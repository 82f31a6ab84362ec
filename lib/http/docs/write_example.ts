/**
 * Writes an example to be read: objects over several lines, lists of plain values on one.
 *
 * @param example A value, or a text that is shown as it is.
 * @returns The text.
 */
export function writeExample(example: unknown): string {
  return typeof example === "string" ? example : write(example, "");
}

function write(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const parts = Object.entries(value);
  if (parts.length === 0) return open + close;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null)) {
    return `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
  }
  const inner = `${indent}  `;
  const lines = parts.map(([name, part]) => {
    return `${inner}${Array.isArray(value) ? "" : `${JSON.stringify(name)}: `}${write(part, inner)}`;
  });
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}
