import { html } from "../../deps/hono.ts";
import type {
  OpenApiContent,
  OpenApiDocument,
  OpenApiOperation,
  OpenApiResponse,
} from "../schema/open_api_document.ts";
import { described } from "./described.ts";
import type { Fragment } from "./fragment.ts";
import { schemaMembers } from "./schema_members.ts";
import { schemaType } from "./schema_type.ts";
import { writeExample } from "./write_example.ts";

/** An operation and where it is. */
export interface PlacedOperation extends OpenApiOperation {
  /** The path. */
  readonly path: string;
  /** The method. */
  readonly method: string;
}

/**
 * The part of the page that is about one operation.
 *
 * @param operation The operation.
 * @param document The document that it is of, for the answers that it points at.
 * @returns The part.
 */
export function operationArticle(operation: PlacedOperation, document: OpenApiDocument): Fragment {
  const { operationId: id, method, path, summary, description, parameters, requestBody, responses } = operation;
  return html`<article id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${summary}</h3>
<p class="route"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></p>
${description === undefined ? "" : html`<p>${described(description)}</p>`}${security(operation)}
${
    parameters === undefined ? "" : html`<h4>Parameters</h4>${
      schemaMembers({
        properties: Object.fromEntries(
          parameters.map(({ name, in: place, schema, description }) => [
            name,
            { ...schema, description: `In the ${place}. ${description}` },
          ]),
        ),
        required: parameters.flatMap(({ name, required }) => required ? [name] : []),
      })
    }`
  }
${requestBody === undefined ? "" : html`<h4>Body</h4>${contentOf(requestBody.content)}`}
<h4>Answers</h4>
${
    Object.entries(responses).map(([status, response]) => {
      const { description, content, headers } = resolve(response, document);
      const label = html`<span class="status s${status[0]}">${status}</span> ${described(description)}`;
      const details = status[0] === "2"
        ? html`${headersOf(headers)}${content === undefined ? "" : contentOf(content)}`
        : "";
      return html`<div class="answer"><p>${label}</p>${details}</div>`;
    })
  }
</article>`;
}

function security({ security }: OpenApiOperation): Fragment {
  if (security === undefined) return html``;
  const scopes = security.flatMap((each) => Object.values(each).flat());
  return scopes.length === 0
    ? html`<p class="scope">Needs no token.</p>`
    : html`<p class="scope">Needs a ${"session" in security[0] ? "session of a token" : "token"} with the scope <code>${
      scopes.join(", ")
    }</code>.</p>`;
}

function resolve(
  response: OpenApiResponse | { readonly $ref: string },
  { components }: OpenApiDocument,
): OpenApiResponse {
  return "$ref" in response ? components.responses[response.$ref.slice("#/components/responses/".length)] : response;
}

function headersOf(headers: OpenApiResponse["headers"]): Fragment {
  return headers === undefined ? html`` : html`<dl>${
    Object.entries(headers).map(([name, { description }]) =>
      html`
        <dt><code>${name}</code></dt>
        <dd>${described(description)}</dd>
      `
    )
  }</dl>`;
}

function contentOf(content: OpenApiContent): Fragment {
  return html`${
    Object.entries(content).map(([type, { schema, example }]) =>
      html`<div class="body">
<p><code>${type}</code> <span class="type">${schemaType(schema)}</span></p>${schemaMembers(schema)}
${
        example === undefined
          ? ""
          : html`<pre tabindex="0" aria-label="Example"><code>${writeExample(example)}</code></pre>`
      }</div>`
    )
  }`;
}
