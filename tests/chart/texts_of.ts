/** A text of a chart and about the rectangle that it takes. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The texts that a chart shows, read from its SVG; letters are taken to be 0.55 of the font size wide. */
export function textsOf(svg: string): PlacedText[] {
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, attributes, content]) => {
    const value = (name: string) => attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";
    const size = value("class").includes("title") ? 18 : value("class").includes("label") ? 12 : 13;
    const text = content.replace(/<title>.*?<\/title>|<[^>]*>/g, "").replace(/&\w+;/g, "&");
    const width = 0.55 * size * text.length;
    const anchor = { end: width, middle: width / 2 }[value("text-anchor")] ?? 0;
    const left = Number(value("x")) - anchor;
    const bottom = Number(value("y"));
    return { text, left, right: left + width, top: bottom - 0.7 * size, bottom };
  });
}
