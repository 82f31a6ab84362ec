/** The version of the package, as answers tell it. */
export const version = "0.1.0";
