import type { HostedModel } from "../hosted/hosted_model.ts";
import type { LearnAnswer } from "../hosted/learn_request.ts";
import type { ModelDirectory } from "../hosted/model_directory.ts";
import type { Meter } from "./create_meter.ts";
import { inSpan, inSpanNow } from "./in_span.ts";
import type { SpanAttributes, Tracer } from "./tracer.ts";

/**
 * A directory whose models count their predictions, and make spans `learn`, `label` and `predict`.
 *
 * @param directory The models.
 * @param meter What counts.
 * @param tracer What makes spans.
 * @returns The same models, watched.
 */
export function observeModels(directory: ModelDirectory, meter: Meter, tracer?: Tracer): ModelDirectory {
  const known = new WeakMap<HostedModel, HostedModel>();
  const watch = (model: HostedModel): HostedModel => {
    let watched = known.get(model);
    if (watched === undefined) known.set(model, watched = observeModel(model, meter, tracer));
    return watched;
  };
  return {
    given(name) {
      const model = directory.given(name);
      return model && watch(model);
    },
    get: (name) => directory.get(name).then((model) => model && watch(model)),
    async list() {
      return (await directory.list()).map(watch);
    },
    async put(name, source, rule) {
      const { model, created } = await directory.put(name, source, rule);
      return { model: watch(model), created };
    },
    remove: (name, rule) => directory.remove(name, rule),
    close: () => directory.close(),
  };
}

function observeModel(model: HostedModel, meter: Meter, tracer: Tracer | undefined): HostedModel {
  const { name } = model;
  const attributesOf = (samples: number): SpanAttributes => ({
    "backstream.model": name,
    "backstream.samples": samples,
  });
  const change = (kind: string, samples: number, run: () => Promise<LearnAnswer>): Promise<LearnAnswer> =>
    inSpan(tracer, { name: kind, attributes: attributesOf(samples) }, async (span) => {
      const answer = await run();
      span?.setAttribute("backstream.learned", answer.learned);
      span?.setAttribute("backstream.version", answer.version);
      return answer;
    });
  return {
    name,
    fixed: model.fixed,
    head: () => model.head(),
    known: () => model.known(),
    refresh: () => model.refresh(),
    learn: (request) => change("learn", request.samples.length, () => model.learn(request)),
    label: (request) => change("label", request.labels.length, () => model.label(request)),
    predict(by, inputs) {
      const outputs = tracer === undefined
        ? model.predict(by, inputs)
        : inSpanNow(tracer, { name: "predict", attributes: attributesOf(inputs.length) }, (span) => {
          span.setAttribute("backstream.version", by.version);
          return model.predict(by, inputs);
        });
      meter.work(name, { predictions: inputs.length });
      return outputs;
    },
    remember: (inputs, bytes) =>
      inSpan(tracer, { name: "predict", attributes: attributesOf(inputs.length) }, async (span) => {
        const answer = await model.remember(inputs, bytes);
        meter.work(name, { predictions: inputs.length });
        span?.setAttribute("backstream.version", answer.version);
        return answer;
      }),
    versions: () => model.versions(),
    snapshot: (version) => model.snapshot(version),
    rollback: (version, rule) => model.rollback(version, rule),
    replace: (learner, state, rule) => model.replace(learner, state, rule),
    subscribe: () => model.subscribe(),
    close: () => model.close(),
  };
}
