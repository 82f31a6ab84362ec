import { html } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";
import type { FormField, FormFields } from "./form_fields.ts";
import { fieldName, inputName } from "./read_form_features.ts";

/** What a form holds. */
export interface FilledForm {
  /** The name of the model. */
  readonly name: string;
  /** What it asks for. */
  readonly fields: FormFields;
  /** What it was filled in with before. */
  readonly filled?: URLSearchParams | undefined;
  /** What came of it. */
  readonly answer?: Fragment | undefined;
}

/**
 * The form to try a prediction with. What it is answered is put in the place that it has for it.
 *
 * @param form What it asks for, and what it was filled in with.
 * @returns A part of a page.
 */
export function predictionForm({ name, fields, filled = new URLSearchParams(), answer }: FilledForm): Fragment {
  return html`<form method="post" action="/dashboard/models/${name}/predict" data-answer="prediction">
${controls(fields, filled)}
<button class="main">Predict</button>
</form>
<div id="prediction" role="status">${answer ?? ""}</div>`;
}

function controls(fields: FormFields, filled: URLSearchParams): Fragment {
  if (fields.kind === "json") {
    return html`<label for="json">Features, as JSON</label>
<textarea id="json" name="json" required spellcheck="false">${filled.get("json") ?? fields.example}</textarea>`;
  }
  const all = fields.kind === "record"
    ? fields.fields.map((field, i) => recordControl(field, `field-${i}`, filled.get(fieldName(field)) ?? ""))
    : Array.from({ length: fields.count }, (_, i) => numberControl(i, filled.get(inputName(i)) ?? "0"));
  const blank = fields.kind === "record" ? html`<p class="hint">What is left blank is missing.</p>` : "";
  return html`<div class="fields">${all}</div>${blank}`;
}

function numberControl(index: number, value: string): Fragment {
  const id = `input-${index}`;
  return html`<div><label for="${id}">Input ${index + 1}</label><input id="${id}" name="${
    inputName(index)
  }" type="number" step="any" required value="${value}"></div>`;
}

function recordControl(field: FormField, id: string, value: string): Fragment {
  const name = fieldName(field);
  return html`<div><label for="${id}">${field.name}</label>${control(field, { id, name, value })}</div>`;
}

interface Control {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

function control({ type, categories = [] }: FormField, { id, name, value }: Control): Fragment {
  switch (type) {
    case "numeric":
      return html`<input id="${id}" name="${name}" type="number" step="any" value="${value}">`;
    case "boolean": {
      const choice = (text: string) => html`<option ${text === value ? "selected" : ""}>${text}</option>`;
      return html`<select id="${id}" name="${name}">${["", "true", "false"].map(choice)}</select>`;
    }
    case "categorical":
      return html`
        <input id="${id}" name="${name}" list="${id}-known" value="${value}"><datalist
          id="${id}-known">${categories.map((category) => html`<option value="${category}"></option>`)}</datalist>
      `;
    case "timestamp":
      return html`<input id="${id}" name="${name}" placeholder="2026-01-31T12:00:00Z" value="${value}">`;
    case "vector":
      return html`<input id="${id}" name="${name}" placeholder="1, 2, 3" value="${value}">`;
    case "text":
      return html`<input id="${id}" name="${name}" value="${value}">`;
  }
}
