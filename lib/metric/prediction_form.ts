import type { Form } from "../plain/mod.ts";

/** What a {@linkcode Prediction} looks like where a state keeps it. */
export const predictionForm: Form = { output: ["list", "number"], target: ["list", "number"], weight: "number" };
