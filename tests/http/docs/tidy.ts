/** A piece of a page without the space between its tags, where the formatter of the sources puts some. */
export function tidy(html: unknown): string {
  return String(html).replace(/\s+/g, " ").replace(/> </g, "><").replace(/ </g, "<").replace(/> /g, ">").trim();
}
