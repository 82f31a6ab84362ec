/** White space, and then a text, another value without parts, or a mark. */
const TOKEN =
  // deno-lint-ignore no-control-regex -- JSON has none of them in a text
  /[\t\n\r ]*(?:("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null)|([{}[\],:]))/y;
const SPACE = /[\t\n\r ]*/y;

/** The kinds of tokens that a value begins with: a text is `"`, a number, true, false or null is `0`. */
const VALUE = '"0{[';

/**
 * Where a text stops being JSON. The runtimes tell it in different words, or not at all.
 *
 * @param text A text that is not JSON.
 * @returns The place of the first token that JSON does not have there, in UTF-16 units from 0 on; the length of the text
 * if it ends too early.
 */
export function jsonErrorPosition(text: string): number {
  const open: string[] = [];
  let expected = VALUE;
  for (let end = 0;;) {
    SPACE.lastIndex = TOKEN.lastIndex = end;
    const position = end + SPACE.exec(text)![0].length;
    const kind = kindOf(TOKEN.exec(text));
    if (kind === undefined || !expected.includes(kind)) return position;
    end = TOKEN.lastIndex;
    expected = follow(kind, expected, open);
  }
}

function kindOf(token: RegExpExecArray | null): string | undefined {
  return token?.[1] !== undefined ? '"' : token?.[2] !== undefined ? "0" : token?.[3];
}

/** The kinds that may come after one; `open` holds the ends of the arrays and objects that are open. */
function follow(kind: string, expected: string, open: string[]): string {
  if (kind === "{") return open.push("}"), '"}';
  if (kind === "[") return open.push("]"), VALUE + "]";
  if (kind === ",") return open.at(-1) === "}" ? '"' : VALUE;
  if (kind === ":" || kind === '"' && !expected.includes("0")) return kind === ":" ? VALUE : ":";
  if (kind === "}" || kind === "]") open.pop();
  return open.length === 0 ? "" : "," + open.at(-1);
}
