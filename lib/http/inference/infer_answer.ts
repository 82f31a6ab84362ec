import { SampleError } from "../../feature/mod.ts";
import { encodeTensor } from "./encode_tensor.ts";
import type { OutputTensor } from "./output_tensors.ts";
import type { InferRequest } from "./read_infer_request.ts";

/** What an answer tells besides the tensors. */
export interface InferSource {
  /** The name of the model. */
  readonly model: string;
  /** The version that has predicted. */
  readonly version: number;
}

/**
 * The answer to a request to infer: the outputs it asks for, in its order, or all; as JSON, or behind it in binary form.
 *
 * @param request What it asks for.
 * @param tensors What there is to answer.
 * @param source Who answers.
 * @returns The answer.
 * @throws {SampleError} If it asks for an output that there is not.
 */
export function inferAnswer(request: InferRequest, tensors: readonly OutputTensor[], source: InferSource): Response {
  const wanted = request.outputs ?? tensors.map(({ name }) => ({ name, binary: request.binary }));
  const binaries: Uint8Array[] = [];
  const outputs = wanted.map(({ name, binary }, i) => {
    const tensor = tensors.find((tensor) => tensor.name === name);
    if (tensor === undefined) {
      const rule = `be one of ${tensors.map(({ name }) => name).join(", ")}`;
      throw new SampleError({ field: `outputs[${i}].name`, rule, value: name });
    }
    const { datatype, shape, elements } = tensor;
    if (!binary) return { name, datatype, shape, data: elements };
    const bytes = encodeTensor(tensor);
    binaries.push(bytes);
    return { name, datatype, shape, parameters: { binary_data_size: bytes.length } };
  });
  const json = new TextEncoder().encode(JSON.stringify({
    model_name: source.model,
    model_version: String(source.version),
    ...request.id === undefined ? {} : { id: request.id },
    outputs,
  }));
  if (binaries.length === 0) return new Response(json, { headers: { "content-type": "application/json" } });
  return new Response(new Blob([json, ...binaries as Uint8Array<ArrayBuffer>[]]), {
    headers: {
      "content-type": "application/octet-stream",
      "inference-header-content-length": String(json.length),
      "content-length": String(binaries.reduce((sum, { length }) => sum + length, json.length)),
    },
  });
}
