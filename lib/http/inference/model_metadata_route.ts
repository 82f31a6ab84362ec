import type { Context } from "../../deps/hono.ts";
import type { Desk } from "../desk.ts";
import { findModel } from "../find_model.ts";
import { outputForm } from "../output_form.ts";
import { inputName } from "./features_of_tensors.ts";
import { inputTensors, type TensorMetadata } from "./input_tensors.ts";
import { openVersion } from "./open_version.ts";
import { outputTensors } from "./output_tensors.ts";

/** What the Open Inference Protocol tells of a model. */
export interface ModelMetadata {
  /** The name. */
  readonly name: string;
  /** The versions that can be named in an address: the head, and those that are kept; the newest first. */
  readonly versions: readonly string[];
  /** What kind of model it is. */
  readonly platform: string;
  /** What it takes. */
  readonly inputs: readonly TensorMetadata[];
  /** What it answers. */
  readonly outputs: readonly TensorMetadata[];
}

/**
 * `GET /v2/models/:name`, and the same under `/versions/:version`: the tensors that the model takes and answers.
 *
 * @param context The request.
 * @param desk The models.
 * @returns Name, versions, platform, inputs and outputs.
 */
export async function modelMetadataRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const head = await model.head();
  const named = context.req.param("version");
  const { learner, state } = named === undefined ? head : await openVersion(model, named);
  const kept = (await model.versions()).map(({ version }) => version);
  const versions = [...new Set([head.version, ...kept])].sort((a, b) => b - a);
  const inputs = inputTensors(learner, state);
  const isTable = inputs[0]?.name !== inputName;
  const example = learner.predictOne(state, isTable ? {} : new Float32Array(state.network.inputs));
  const metadata: ModelMetadata = {
    name: model.name,
    versions: versions.map(String),
    platform: "backstream_safetensors",
    inputs,
    outputs: outputTensors(outputForm(learner, state), [example]).map(({ name, datatype, shape: [, ...shape] }) => {
      return { name, datatype, shape: [-1, ...shape] };
    }),
  };
  return context.json(metadata);
}
