import { SampleError } from "../../feature/mod.ts";

/**
 * What becomes of an error of what was done with samples. If there is only one by itself, it names its fields as they stand
 * there.
 *
 * @param single Whether there is only one.
 * @returns What throws the error, a SampleError without a place among several if there is only one.
 */
export function nameField(single: boolean): (error: unknown) => never {
  return (error) => {
    if (!single || !(error instanceof SampleError)) throw error;
    throw new SampleError({ field: error.field, rule: error.rule, value: error.value });
  };
}
