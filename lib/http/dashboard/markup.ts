import type { HtmlEscapedString } from "../../deps/hono.ts";

/** A part of a page, as `html` makes it: all texts in it are escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
