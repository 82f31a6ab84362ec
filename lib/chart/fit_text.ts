/** Widths of letters as shares of the font size, on the generous side: the reader's font is not known here. */
const NARROW = 0.36;
const MIDDLE = 0.61;
const CAPITAL = 0.74;
const WIDE = 0.98;

/**
 * About how wide a text is drawn.
 *
 * @param text The text.
 * @param size The font size, in pixels.
 * @returns The width, in pixels.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size;
}

/**
 * The text itself where it fits, or else as much of it as fits, ended by an ellipsis.
 *
 * @param text The text.
 * @param size The font size, in pixels.
 * @param width The width to keep within, in pixels.
 * @returns A text about as wide as `width` at most.
 */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function letterWidth(letter: string): number {
  if (" !'(),-./:;I[]fijlrt|".includes(letter)) return NARROW;
  if ("%@MWmw…—".includes(letter) || letter > "\u2e80") return WIDE;
  return letter >= "A" && letter <= "Z" ? CAPITAL : MIDDLE;
}
