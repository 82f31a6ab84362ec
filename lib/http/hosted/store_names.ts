/** The name of the record that lists the models made while an app runs. No model can have it, as it begins with a dot. */
export const DIRECTORY = ".models";

/**
 * The name of what belongs to a model and stands beside its record.
 *
 * @param model The name of the model.
 * @param incarnation Which of the models that have had this name.
 * @param part What it is: a journal and a page, or a version.
 * @returns The name in the store.
 */
export function partName(
  model: string,
  incarnation: string,
  part: readonly [kind: "ids" | "keys" | "predictions" | "version", number: number],
): string {
  return [".part", model, incarnation, ...part].join("/");
}
