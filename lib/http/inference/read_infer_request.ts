import type { Context } from "../../deps/hono.ts";
import { SampleError } from "../../feature/mod.ts";
import { readBody } from "../body/read_body.ts";
import type { JsonLimits } from "../body/read_json.ts";
import { RequestError } from "../request_error.ts";
import { readParameters } from "./read_parameters.ts";
import { type BinaryRest, readTensor, type Tensor } from "./read_tensor.ts";

/** An output that a request asks for. */
export interface OutputRequest {
  /** The name of the tensor. */
  readonly name: string;
  /** Whether to send it in binary form. */
  readonly binary: boolean;
}

/** A request to infer. */
export interface InferRequest {
  /** What the client calls the request. */
  readonly id: string | undefined;
  /** The tensors, at least one. */
  readonly inputs: readonly Tensor[];
  /** The outputs it asks for; undefined if it asks for all. */
  readonly outputs: readonly OutputRequest[] | undefined;
  /** Whether outputs that it does not name are to be in binary form. */
  readonly binary: boolean;
}

/**
 * Reads a request to infer as the Open Inference Protocol has it. With the header `Inference-Header-Content-Length` that
 * many bytes of the body are JSON, and tensors in binary form follow.
 *
 * @param context The request.
 * @param limits How much of it is read, and how many samples it may hold.
 * @returns What it asks for.
 * @throws {RequestError} 400 if the body is not JSON, 408, 413, 415 or 503 if it cannot be read.
 * @throws {SampleError} If the JSON is no such request.
 */
export async function readInferRequest(context: Context, limits: JsonLimits): Promise<InferRequest> {
  const { bodyBytes, bodyMilliseconds, samplesPerRequest: most } = limits;
  const bytes = await readBody(context.req.raw, { bytes: bodyBytes, milliseconds: bodyMilliseconds });
  const length = headerLength(context.req.header("inference-header-content-length"), bytes.length);
  const json = parse(bytes.subarray(0, length));
  const rest: BinaryRest = { bytes: bytes.subarray(length), taken: 0 };
  const { inputs } = json;
  const id = json.id ?? undefined;
  if (id !== undefined && typeof id !== "string") throw new SampleError({ field: "id", rule: "be a text", value: id });
  if (!Array.isArray(inputs) || inputs.length === 0 || inputs.length > most) {
    throw new SampleError({ field: "inputs", rule: "be an array of tensors", value: inputs });
  }
  const tensors = inputs.map((input, i) => readTensor(input, { place: `inputs[${i}]`, rest, most }));
  if (rest.taken < rest.bytes.length) {
    const value = rest.bytes.length;
    throw new SampleError({ field: "the binary data", rule: `have ${rest.taken} bytes as the tensors tell`, value });
  }
  const binary = readParameters(json.parameters, "parameters").binary_data_output === true;
  const outputs = json.outputs ?? undefined;
  return { id, inputs: tensors, outputs: outputs === undefined ? undefined : outputsOf(outputs, binary), binary };
}

function headerLength(header: string | undefined, all: number): number {
  if (header === undefined) return all;
  const length = /^\d{1,15}$/.test(header) ? Number(header) : NaN;
  if (length <= all) return length;
  const rule = "be the number of bytes of JSON at the start of the body";
  throw new SampleError({ field: "Inference-Header-Content-Length", rule, value: header });
}

function parse(bytes: Uint8Array): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RequestError({ status: 400, title: "Bad Request", detail: "Cannot read the body as it must be JSON" });
  }
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  throw new SampleError({ field: "the body", rule: "be an object with inputs", value: json });
}

function outputsOf(outputs: unknown, binary: boolean): OutputRequest[] {
  if (!Array.isArray(outputs)) throw new SampleError({ field: "outputs", rule: "be an array", value: outputs });
  const names = new Set<string>();
  return outputs.map((output, i) => {
    const name = (output as { name?: unknown } | null)?.name;
    if (typeof name !== "string" || names.has(name)) {
      throw new SampleError({
        field: `outputs[${i}].name`,
        rule: "be a text, and another than those before",
        value: name,
      });
    }
    names.add(name);
    const parameters = readParameters((output as { parameters?: unknown }).parameters, `outputs[${i}].parameters`);
    return { name, binary: (parameters.binary_data as boolean | null | undefined) ?? binary };
  });
}
