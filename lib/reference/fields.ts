// Tells what a JSON Schema allows in words: fields with their types and limits. Part of the reference page.
import { html, raw } from 'hono/html'

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly additionalProperties?: boolean | Schema
  readonly enum?: readonly (string | null)[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

type Html = ReturnType<typeof html>

/** A description's marks of code, and nothing else of Markdown. */
export function words(text = ''): Html {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return html`${raw(safe.replaceAll(/`([^`]+)`/g, '<code>$1</code>').replaceAll('\n', '<br />'))}`
}

/** What a value is: its type, or the name of the part that describes it. */
function typeOf(schema: Schema): Html {
  const { $ref, type, items, anyOf, oneOf, enum: values, format, properties, additionalProperties } = schema
  if ($ref) {
    const name = $ref.split('/').at(-1)!
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const variants = anyOf ?? oneOf
  if (variants) return html`${variants.map((one, index) => html`${index > 0 ? ' or ' : ''}${typeOf(one)}`)}`
  if (values) return html`${values.map((value, index) => html`${index > 0 ? ' | ' : ''}<code>${String(value)}</code>`)}`
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`
  if (items) return html`list of ${typeOf(items)}`
  if (!properties && typeof additionalProperties === 'object')
    return html`object, each member a ${typeOf(additionalProperties)}`
  const name = Array.isArray(type) ? type.join(' or ') : String(type ?? 'anything')
  return html`${name}${format ? ` (${format})` : ''}`
}

function limitsOf({ minLength, maxLength, minimum, maximum, pattern, default: without }: Schema): string {
  return [
    minLength === undefined && maxLength === undefined
      ? ''
      : `${minLength ?? 0} to ${maxLength ?? 'any number of'} characters`,
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : '',
    minimum !== undefined && maximum === undefined ? `from ${minimum}` : '',
    pattern ? `matches ${pattern}` : '',
    without === undefined ? '' : `without it ${JSON.stringify(without)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The objects within a field that have no name of their own. */
function within(schema: Schema): readonly Schema[] {
  const found = [schema, schema.items, ...(schema.anyOf ?? []), ...(schema.items?.anyOf ?? [])]
  return found.filter((one) => one?.properties !== undefined) as Schema[]
}

/** The fields of an object, each with what it is; of one that may be several things, of each. */
export function fields(schema: Schema): Html {
  const variants = schema.anyOf ?? schema.oneOf
  if (variants && !schema.properties) {
    const inline = variants.filter(({ properties }) => properties)
    return html`<p>${typeOf({ anyOf: variants.filter(({ $ref }) => $ref) })}</p>
      ${inline.map(fields)}`
  }
  if (!schema.properties) return html`<p>${typeOf(schema)}</p>`
  return html`<dl>
    ${Object.entries(schema.properties).map(([name, field]) => fieldOf(name, field, schema.required?.includes(name) === true))}
  </dl>`
}

function fieldOf(name: string, field: Schema, isRequired: boolean): Html {
  const limits = limitsOf(field)
  return html`<dt><code>${name}</code> ${isRequired ? html`<b>required</b>` : ''} <span>${typeOf(field)}</span></dt>
    <dd>${words(field.description)}${limits ? html` <small>${limits}</small>` : ''} ${within(field).map(fields)}</dd>`
}
