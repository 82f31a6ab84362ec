/** What a name must be. */
export const ID_RULE = "be a text of 1 to 256 characters";

/**
 * Whether something can be the name of a sample or of a prediction.
 *
 * @param id What was sent.
 * @returns Whether it is a text of 1 to 256 characters.
 */
export function isId(id: unknown): id is string {
  return typeof id === "string" && id.length >= 1 && id.length <= 256;
}
