import { fitText } from "./fit_text.ts";
import { element, escapeXml } from "./svg.ts";
import { MARGIN, styleSheet, TITLE_SIZE } from "./theme.ts";

/** Where the title stands, from the top. */
const TITLE_BASELINE = 38;

/** How much wider than others bold letters are. */
const BOLD = 1.2;

/** What a frame says and how large it is. */
export interface FrameOptions {
  /** The width, in pixels. */
  width: number;
  /** The height, in pixels. */
  height: number;
  /** The heading, which is also the accessible name. */
  title: string;
  /** What the picture shows, for those who cannot see it. */
  description: string;
}

/**
 * A picture: paper, heading, accessible name and description, and the style sheet that all parts share.
 *
 * @param options What the frame says and how large it is.
 * @param content SVG text that is drawn on the paper.
 * @returns SVG text.
 */
export function frame({ width, height, title, description }: FrameOptions, ...content: readonly string[]): string {
  const heading = escapeXml(fitText(title, BOLD * TITLE_SIZE, width - 2 * MARGIN));
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      class: "backstream",
      role: "img",
    },
    element("title", {}, escapeXml(title)),
    element("desc", {}, escapeXml(description)),
    element("style", {}, styleSheet()),
    element("rect", { class: "paper", width, height, rx: 12 }),
    element("text", { class: "ink title", x: MARGIN, y: TITLE_BASELINE }, heading),
    ...content,
  );
}
