import type { Learner, LearnerDescription, LearnerState } from "../../learner/mod.ts";
import type { HostedModel, VersionRule } from "./hosted_model.ts";

/** What a new model is made from: a description, or what a snapshot holds. */
export type ModelSource =
  | { readonly description: LearnerDescription }
  | { readonly learner: Learner; readonly state: LearnerState };

/** The models of an app: those given in code, and those made while it runs, which every instance on the store sees. */
export interface ModelDirectory {
  /** The model of that name, if it was given in code, and so is there without a question to the store. */
  given(name: string): HostedModel | undefined;
  /** The model of that name, or undefined. */
  get(name: string): Promise<HostedModel | undefined>;
  /** All models, sorted by name. */
  list(): Promise<readonly HostedModel[]>;
  /**
   * Makes a model, or replaces what is there under that name.
   *
   * @param name 1 to 64 characters of `A-Z a-z 0-9 . _ -`, the first of them no dot.
   * @param source What to make it from.
   * @param rule What is asked of the version that is there, in the commit that replaces it, or of undefined if none is.
   * @returns The model, and whether it is new.
   * @throws {RequestError} 422 if the name or the description cannot be used, or it would be too large; 409 if a model that
   * was given in code is of another kind, or there are too many models.
   */
  put(
    name: string,
    source: ModelSource,
    rule?: VersionRule,
  ): Promise<{ readonly model: HostedModel; readonly created: boolean }>;
  /**
   * Removes a model and everything that is kept of it.
   *
   * @param name Its name.
   * @param rule What is asked of the version that is removed.
   * @returns Whether there was one.
   * @throws {RequestError} 409 if it was given in code; 503 if there is a rule and it was changed every time.
   */
  remove(name: string, rule?: VersionRule): Promise<boolean>;
  /** Takes nothing new, and resolves when what was taken is durable, after 5 seconds at the latest. */
  close(): Promise<void>;
}
