import { decodeLearner } from "../../format/mod.ts";
import type { HostedModel, ModelVersion } from "../hosted/hosted_model.ts";
import { RequestError } from "../request_error.ts";

/** How many kept versions of a model stay open, as opening one means to read a snapshot. */
const MOST_OPEN = 2;

const open = new WeakMap<HostedModel, ModelVersion[]>();

/**
 * Opens a version that an address names: the head, or a kept one, of which the last two stay open.
 *
 * @param model The model.
 * @param version The version as the address has it.
 * @returns The version.
 * @throws {RequestError} 404 if it is not kept.
 */
export async function openVersion(model: HostedModel, version: string): Promise<ModelVersion> {
  const number = /^(0|[1-9]\d{0,14})$/.test(version) ? Number(version) : NaN;
  if (Number.isNaN(number)) {
    const detail = `There is no version ${JSON.stringify(version)} of model ${JSON.stringify(model.name)}`;
    throw new RequestError({ status: 404, title: "Not Found", detail });
  }
  const head = await model.head();
  if (head.version === number) return head;
  const others = open.get(model) ?? [];
  const found = others.find((other) => other.version === number) ??
    { version: number, ...decodeLearner(await model.snapshot(number)) };
  open.set(model, [found, ...others.filter((other) => other !== found)].slice(0, MOST_OPEN));
  return found;
}
