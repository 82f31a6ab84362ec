import { choiceSchema, countSchema, flagSchema, knownNumberSchema, numberSchema, textSchema } from "./plain_schemas.ts";
import { arraySchema, type Members, objectSchema, type Schema, schemaRef } from "./schema.ts";

const TASKS = ["classification", "regression", "multilabel", "anomaly"];
const time = numberSchema("When, in milliseconds since 1970.");
const samples = countSchema("How many samples were learned in all by then.");

const happened: Members = {
  model: textSchema("The model."),
  version: countSchema("The number of the commit."),
  learned: samples,
  time: { ...time, type: ["number", "null"] },
};

function eventSchema(type: string | readonly string[], description: string, members: Members = {}): Schema {
  const types = typeof type === "string" ? [type] : type;
  return objectSchema(description, { type: { enum: types }, ...happened, ...members });
}

/** The schemas of models, of their versions and of what happens to them. */
export const modelSchemas: Readonly<Record<string, Schema>> = {
  LearnerDescription: {
    ...objectSchema("How a model learns, as plain data: what `learner.description` holds.", {
      "network?": schemaRef("NetworkOptions"),
      "optimizer?": schemaRef("OptimizerSpec"),
      "labels?": arraySchema("The labels in the order of the classes.", { type: "string" }),
      "task?": choiceSchema("What the outputs mean.", TASKS),
      "maker?": { description: "How it is made, if it is made of more than a network and an optimizer." },
    }),
  },
  NetworkOptions: objectSchema("How to make the first network.", {
    inputs: { ...countSchema("How many numbers an input holds."), minimum: 1 },
    layers: arraySchema("The layers behind the input; the last one is the output.", schemaRef("LayerOptions"), {
      minItems: 1,
    }),
    "cost?": choiceSchema("The cost.", ["quadratic", "crossEntropy", "huber"]),
    "seed?": countSchema("The seed of the first weights and biases."),
  }),
  LayerOptions: objectSchema("A layer.", {
    units: { ...countSchema("How many neurons it has."), minimum: 1 },
    "activation?": textSchema("The name of the activation."),
    "initializer?": textSchema("The name of what makes the first weights."),
  }),
  OptimizerSpec: {
    ...objectSchema("How gradients become steps: the name of an optimizer, and its options.", {
      name: textSchema("The name of the function that makes it."),
    }),
    additionalProperties: true,
  },
  Model: objectSchema("What a model is and how much it has learned.", {
    name: textSchema("The name in the address."),
    version: countSchema("The number of the newest commit; 0 before the first."),
    samples: countSchema("How many samples its state has learned."),
    fixed: flagSchema(
      "Whether it was given in code, so that it can neither be removed nor become another kind of model.",
    ),
    task: choiceSchema("What the outputs mean.", TASKS),
    labels: arraySchema("The labels in the order of the classes.", { type: "string" }),
    "optimizer?": schemaRef("OptimizerSpec"),
    "maker?": { description: "How it was made, if it is made of more than a network and an optimizer." },
    "network?": objectSchema("The shape of the network.", {
      inputs: countSchema("How many numbers an input holds."),
      layers: arraySchema(
        "The layers behind the input.",
        objectSchema("A layer.", {
          units: countSchema("How many neurons it has."),
          activation: textSchema("The name of its activation."),
        }),
      ),
      cost: textSchema("The name of the cost."),
      parameters: countSchema("How many weights and biases there are."),
    }),
    stats: schemaRef("ModelStats"),
  }),
  LostModel: objectSchema("A model that cannot be read now.", {
    name: textSchema("The name in the address."),
    problem: schemaRef("Problem"),
  }),
  ModelStats: objectSchema("What has happened to a model in all its life; a rollback does not take it back.", {
    created: knownNumberSchema("When it was first committed, in milliseconds since 1970; null before."),
    time: knownNumberSchema("When the newest commit was made; null before the first."),
    learned: countSchema("How many samples were learned, late labels included."),
    "costs?": knownNumberSchema("The sum of their costs."),
    labelled: countSchema("How many of these were late labels."),
    duplicates: countSchema("How many were not learned, as their ids were learned before."),
    refused: countSchema("How many were refused, as far as a commit has followed."),
    remembered: countSchema("How many predictions were remembered."),
    pending: countSchema("How many of these wait for their labels."),
    rollbacks: countSchema("How many rollbacks there were."),
    drifts: countSchema("How many drifts were found."),
    cost: knownNumberSchema("The mean cost, fading over about the last 1,000 samples."),
    scores: schemaRef("Scores"),
    curve: arraySchema("The learning curve: means over the samples since the point before.", schemaRef("CurvePoint")),
    marks: arraySchema("What is to be marked on the curve.", schemaRef("CurveMark")),
  }),
  Scores: objectSchema("Scores by name, each sample predicted before it is learned: of the model, and of baselines.", {
    model: schemaRef("NamedScores"),
    noChange: { ...schemaRef("NamedScores"), description: "Those of the last target, taken for the prediction." },
    prior: { ...schemaRef("NamedScores"), description: "Those of the mean of all targets so far." },
  }),
  NamedScores: { description: "Scores by name.", type: "object", additionalProperties: { type: ["number", "null"] } },
  CurvePoint: objectSchema("A point of the learning curve.", {
    samples,
    time,
    cost: knownNumberSchema("The mean cost."),
    score: knownNumberSchema(
      "The mean accuracy of a classifier, Hamming loss of labels, or absolute error of numbers.",
    ),
    noChange: knownNumberSchema("The same of the baseline `noChange`."),
    prior: knownNumberSchema("The same of the baseline `prior`."),
  }),
  CurveMark: objectSchema("A mark on the curve.", {
    type: choiceSchema("What happened.", ["drift", "rollback", "replaced"]),
    samples,
    time,
    version: countSchema("The version that it made."),
    "restored?": countSchema("The version whose state a rollback made the head again."),
  }),
  KeptVersion: objectSchema("A version that can be downloaded or made the head again.", {
    version: countSchema("The number of the commit."),
    samples: countSchema("How many samples its state has learned."),
    learned: countSchema("How many samples the model had learned in all its life by then."),
    time,
    cost: knownNumberSchema("The recent mean cost at that time."),
    "restored?": countSchema("The version whose state this one took over."),
  }),
  ModelEvent: {
    description: "The data of an event. The name of the event is its `type`, and its id the version.",
    oneOf: [
      eventSchema("state", "What is so when one begins to follow.", {
        cost: knownNumberSchema("The mean cost of recent samples."),
        scores: schemaRef("Scores"),
      }),
      eventSchema("learned", "A commit.", {
        samples: countSchema("How many samples it has learned."),
        cost: knownNumberSchema("Their mean cost."),
        scores: schemaRef("Scores"),
      }),
      eventSchema("drift", "The costs have changed more than by chance."),
      eventSchema("version", "The version is kept."),
      eventSchema("rollback", "The state of an earlier version is the head again.", {
        restored: countSchema("That version."),
      }),
      eventSchema(
        ["replaced", "removed"],
        "Another model has taken its place, or it is no more; then the stream ends.",
      ),
      eventSchema("lost", "This client was too slow for some events.", { events: countSchema("How many.") }),
    ],
  },
};
