import { createReferenceEngine } from "../../lib/learner/reference_engine.ts";
import { testEngine } from "../conformance/engine_suite.ts";

testEngine("createReferenceEngine()", ({ layers }, optimizer) => {
  return createReferenceEngine(optimizer, layers[layers.length - 1].units);
});
