/** Tables of the npm package vega-datasets, which ships them beside its code. */
import "vega-datasets"; // so that the package is there to be found

/**
 * Where a table is.
 *
 * @param name The name of the file.
 * @returns Its address on this machine.
 */
export function tableOf(name: string): URL {
  return new URL(`../data/${name}`, import.meta.resolve("vega-datasets"));
}
