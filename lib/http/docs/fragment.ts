import type { HtmlEscapedString } from "../../deps/hono.ts";

/** A piece of a page, in which all texts are escaped. */
export type Fragment = HtmlEscapedString | Promise<HtmlEscapedString>;
