import { html } from "../../deps/hono.ts";
import type { OpenApiDocument } from "../schema/open_api_document.ts";
import { described } from "./described.ts";
import type { Fragment } from "./fragment.ts";
import { operationArticle, type PlacedOperation } from "./operation_article.ts";
import { schemaMembers } from "./schema_members.ts";
import { schemaType } from "./schema_type.ts";

/**
 * An OpenAPI document as a page of its own: it asks for nothing else and runs no script.
 *
 * @param document The document.
 * @param style The style of the page, which is no text of anybody else.
 * @returns The page.
 */
export function docsPage(document: OpenApiDocument, style: Fragment): Fragment {
  const { info: { title, version, description }, tags, components: { schemas } } = document;
  const operations = placed(document);
  const groups = tags.map((tag) => ({ ...tag, operations: operations.filter(({ tags: [own] }) => own === tag.name) }));
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title} ${version}: API reference</title>
        <link rel="icon" href="data:,">
        <style>${style}</style>
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <header>
          <h1>${title} <small>${version}</small></h1>
          <p>${described(description)}</p>
          <p>The same for programs: <a href="/openapi.json">openapi.json</a>, an OpenAPI 3.1 document.</p>
        </header>
        <nav aria-label="Contents">

        ${groups.map(({ name, operations }) =>
          html`
            <h2>${name}</h2>
            <ul>${operations.map(({ operationId, method, summary }) =>
              html`<li><a href="#${operationId}"><span class="method ${method}">${method.toUpperCase()}</span> ${summary}</a></li>`
            )}</ul>
          `
        )}
        <h2>Schemas</h2><ul>${Object.keys(schemas).map((name) =>
          html`<li><a href="#schema-${name}">${name}</a></li>`
        )}</ul>
        </nav>
        <main id="main" tabindex="-1">
        ${groups.map(({ name, description, operations }) =>
          html`<section aria-label="${name}"><h2>${name}</h2>
<p>${described(description)}</p>${operations.map((operation) => operationArticle(operation, document))}</section>`
        )}
        <section aria-label="Schemas"><h2>Schemas</h2>
        ${Object.entries(schemas).map(([name, schema]) =>
          html`<article id="schema-${name}"><h3>${name}</h3>
<p>${described(String(schema.description ?? ""))} <span class="type">${schemaType(schema)}</span></p>${
            schemaMembers(schema)
          }</article>`
        )}
        </section>
            </main>
      </body>
    </html>
  `;
}

function placed({ paths }: OpenApiDocument): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation }))
  );
}
