import type { Parameter } from "./operation.ts";
import type { Schema } from "./schema.ts";

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  /** The version of OpenAPI. */
  readonly openapi: "3.1.0";
  /** What it is about. */
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  /** The groups of operations. */
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  /** The operations by path and method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  /** What operations point at. */
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, OpenApiResponse>>;
    readonly securitySchemes?: Readonly<Record<string, Schema>>;
  };
}

/** An operation as OpenAPI has it. */
export interface OpenApiOperation {
  /** Its name. */
  readonly operationId: string;
  /** Its group. */
  readonly tags: readonly string[];
  /** What it does, in a few words. */
  readonly summary: string;
  /** More about it. */
  readonly description?: string;
  /** What the token must be good for; empty if none is needed. */
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  /** What it takes beside the body. */
  readonly parameters?: readonly (Parameter & { readonly required: boolean })[];
  /** The bodies that it takes. */
  readonly requestBody?: { readonly required: true; readonly content: OpenApiContent };
  /** Its answers. */
  readonly responses: Readonly<Record<string, OpenApiResponse | { readonly $ref: string }>>;
}

/** Bodies by their types. */
export type OpenApiContent = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;

/** An answer as OpenAPI has it. */
export interface OpenApiResponse {
  /** When it is given. */
  readonly description: string;
  /** Its bodies. */
  readonly content?: OpenApiContent;
  /** Its headers. */
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: Schema }>>;
}
