/** Attribute values by name; an undefined one is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * An SVG element as text, with its attributes escaped and its numbers rounded to hundredths.
 *
 * @param name The element's name.
 * @param attributes Its attributes.
 * @param children SVG text: elements, or what {@linkcode escapeXml} gives.
 * @returns The element.
 */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value)).join("");
  const content = children.join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/**
 * Text that is safe inside an element or a quoted attribute; characters that XML forbids become U+FFFD.
 *
 * @param text Any text.
 * @returns The escaped text.
 */
export function escapeXml(text: string): string {
  return text.toWellFormed()
    // deno-lint-ignore no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function attribute(key: string, value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "number" ? String(Math.round(value * 100) / 100) : escapeXml(value);
  return ` ${key}="${text}"`;
}
