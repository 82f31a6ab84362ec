import type { Context } from "../../deps/hono.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import { inputName } from "./features_of_tensors.ts";
import { openVersion } from "./open_version.ts";
import { outputTensors } from "./output_tensors.ts";

/** What an answer tells of a tensor. */
export interface TensorMetadata {
  /** The name. */
  readonly name: string;
  /** The type of its elements. */
  readonly datatype: string;
  /** Its shape; -1 stands for any number of samples. */
  readonly shape: readonly number[];
}

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
 * @param model The model it names.
 * @returns Name, versions, platform, inputs and outputs.
 */
export async function modelMetadataRoute(context: Context, model: HostedModel): Promise<Response> {
  const head = await model.head();
  const named = context.req.param("version");
  const { learner, state } = named === undefined ? head : await openVersion(model, named);
  const kept = (await model.versions()).map(({ version }) => version);
  const versions = [...new Set([head.version, ...kept])].sort((a, b) => b - a);
  const { inputs } = state.network;
  const example = learner.predictOne(state, new Float32Array(inputs));
  const metadata: ModelMetadata = {
    name: model.name,
    versions: versions.map(String),
    platform: "backstream_safetensors",
    inputs: [{ name: inputName, datatype: "FP32", shape: [-1, inputs] }],
    outputs: outputTensors(learner, [example]).map(({ name, datatype, shape: [, ...shape] }) => {
      return { name, datatype, shape: [-1, ...shape] };
    }),
  };
  return context.json(metadata);
}
