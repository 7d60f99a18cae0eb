// The page that explains the API to people: the guides of docs/api.md and every address, field, limit, status and code of
// docs/openapi.json. One request, no script, nothing from elsewhere. Made once a region, when its functions are bundled.
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Region } from '../../regions/schema.ts'
import { languageIn, nameIn } from '../../regions/names.ts'
import { fields, type Schema, words } from './fields.ts'
import { guides, idOf, samples } from './guides.ts'
import { style } from './style.ts'

interface Refusal {
  readonly description: string
}
interface Operation {
  readonly summary: string
  readonly description?: string
  /** Absent of what we post. */
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly ({ readonly $ref: string } | Parameter)[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema; example?: object }>> }
  readonly responses: Readonly<Record<string, Reply>>
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}
interface Reply extends Refusal {
  readonly $ref?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, { schema: Schema; example?: object }>>
}
interface ApiDocument {
  readonly info: { readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly webhooks: Readonly<Record<string, { readonly post: Operation }>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, Reply>>
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly headers: Readonly<Record<string, { readonly description: string }>>
  }
}

/** @returns by name what lies beside the code of the function that serves it */
export function referenceFiles(region: Region): Readonly<Record<'openapi.json' | 'reference.html', string>> {
  const json = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')
  const document = JSON.parse(json) as ApiDocument
  return {
    'openapi.json': JSON.stringify(document),
    'reference.html': referencePage(document, region),
  }
}

function referencePage(document: ApiDocument, { name }: Pick<Region, 'name'>): string {
  const region = html`<span lang="${languageIn(name, 'en')}">${nameIn(name, 'en')}</span>`
  const { headings, body } = guides()
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ title: `${method.toUpperCase()} ${path}`, operation })),
  )
  const posts = Object.entries(document.webhooks).map(([name, { post }]) => ({
    title: `Webhook: ${name}`,
    operation: post,
  }))
  const { schemas, headers } = document.components
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>The API of Otklik: ${nameIn(name, 'en')}</title>
      <style>
        ${raw(style)}
      </style>
    </head>
    <body>
      <header>
        <h1>The API of Otklik</h1>
        <p>
          ${region} · <code>${document.servers[0]!.url}</code> · version ${document.info.version} ·
          <a href="v1/openapi.json">openapi.json</a>
        </p>
      </header>
      <nav aria-label="On this page">
        <ul>
          ${headings.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}
          <li><a href="#programs">Whole programs</a></li>
          ${operations.map(
            ({ title }) =>
              html`<li>
                <a href="#${idOf(title)}"><code>${title}</code></a>
              </li>`,
          )}
          ${posts.map(
            ({ title }) =>
              html`<li>
                <a href="#${idOf(title)}">${title}</a>
              </li>`,
          )}
          <li><a href="#headers">Headers</a></li>
          <li><a href="#codes">Codes of problems</a></li>
          <li><a href="#parts">Parts of replies</a></li>
        </ul>
      </nav>
      <main>
        ${raw(body)}
        <h2 id="programs">Whole programs</h2>
        ${samples()}
        <h2>Addresses</h2>
        <p>${words(document.info.description)}</p>
        ${operations.map((one) => operationOf(document, one))}
        <h2>What we post</h2>
        ${posts.map((one) => operationOf(document, one))}
        <h2 id="headers">Headers</h2>
        <dl>
          ${Object.entries(headers).map(
            ([name, { description }]) =>
              html`<dt><code>${name}</code></dt>
                <dd>${words(description)}</dd>`,
          )}
        </dl>
        <h2 id="codes">Codes of problems</h2>
        ${codesOf(document).map(
          ([status, codes]) =>
            html`<h3>${status}</h3>
              <p>${words(codes.join('\n'))}</p>`,
        )}
        <h2 id="parts">Parts of replies</h2>
        ${Object.entries(schemas).map(
          ([name, schema]) =>
            html`<section id="schema-${name}">
              <h3>${name}</h3>
              <p>${words(schema.description)}</p>
              ${fields(schema)}
            </section>`,
        )}
      </main>
    </body>
  </html>`
  // Of indentation in the template nothing is left; in what is shown as it is, no line begins with a blank and a tag.
  return `<!doctype html>${String(page).replaceAll(/\n\s+(?=<)/g, '\n')}`
}

/** Every code by its status, as the document explains it. */
function codesOf({ paths, components }: ApiDocument): [string, string[]][] {
  const found = new Map<string, Set<string>>()
  const add = (status: string, { description }: Refusal) => {
    const codes = found.get(status) ?? new Set()
    for (const line of description.split('\n')) codes.add(line)
    found.set(status, codes)
  }
  const statusOf: Readonly<Record<string, string>> = { NoSuchRoute: '404', MethodNotAllowed: '405' }
  for (const [name, status] of Object.entries(statusOf)) add(status, components.responses[name]!)
  for (const { responses } of Object.values(paths).flatMap((methods) => Object.values(methods)))
    for (const [status, reply] of Object.entries(responses))
      if (Number(status) >= 400) add(status, resolved(components.responses, reply))
  return [...found].map(([status, codes]): [string, string[]] => [status, [...codes]]).sort()
}

function resolved<T extends object>(parts: Readonly<Record<string, T>>, one: T | { readonly $ref?: string }): T {
  const ref = '$ref' in one ? one.$ref : undefined
  return ref ? parts[ref.split('/').at(-1)!]! : (one as T)
}

function operationOf(
  { components, servers }: ApiDocument,
  { title, operation }: { title: string; operation: Operation },
) {
  const { summary, description, security, parameters = [], requestBody, responses } = operation
  const scopes = [...new Set(security?.flatMap((one) => Object.values(one).flat()))]
  const body = requestBody?.content['application/json']
  const own = Object.entries(responses).filter(([, reply]) => !reply.$ref)
  const others = Object.keys(responses).filter((status) => responses[status]?.$ref)
  const taken = parameters.map((one) => resolved<Parameter>(components.parameters, one))
  const sample = (path: string, example: object | undefined) =>
    security ? curl(servers[0]!.url, path, example, taken) : JSON.stringify(example, null, 2)
  return html`<section id="${idOf(title)}">
    <h3><code>${title}</code></h3>
    <p>${summary}. ${words(description)}</p>
    ${security ? html`<p>${keyFor(scopes)}</p>` : ''}
    ${
      taken.length > 0
        ? html`<h4>Asked with</h4>
            <dl>${taken.map(parameterOf)}</dl>`
        : ''
    }
    ${
      body
        ? html`<h4>Body</h4>
            <p>${typeName(body.schema)}</p>
            <pre>${raw(sample(title, body.example).replaceAll('&', '&amp;').replaceAll('<', '&lt;'))}</pre>`
        : ''
    }
    <h4>Answered with</h4>
    <dl>${own.map(([status, reply]) => (security ? replyOf(status, reply) : answerOf(status, reply)))}</dl>
    ${others.length > 0 ? html`<p>Like every request also with ${others.join(', ')}: see the <a href="#codes">codes</a>.</p>` : ''}
  </section>`
}

function keyFor(scopes: readonly string[]) {
  if (scopes.length === 0) return 'Without a key.'
  if (scopes.length === 4) return 'Any key.'
  return html`A key with ${scopes.map((scope, index) => html`${index > 0 ? ' or ' : ''}<code>${scope}</code>`)}.`
}

function typeName({ $ref = '' }: Schema) {
  const name = $ref.split('/').at(-1)!
  return html`<a href="#schema-${name}">${name}</a>`
}

function parameterOf({ name, in: where, required, description, schema }: Parameter) {
  return html`<dt><code>${name}</code> ${required ? html`<b>required</b>` : ''} <span>${where}</span></dt>
    <dd>
      ${words(description ?? schema.description)}${schema.enum ? html` <small>${schema.enum.join(', ')}</small>` : ''}
    </dd>`
}

/** Of a refusal only the codes: what they mean is said once for all addresses. */
function replyOf(status: string, { description, content = {} }: Reply) {
  const [[media, said] = []] = Object.entries(content)
  if (Number(status) >= 400)
    return html`<dt>
      <a href="#codes"><code>${status}</code></a>
      ${description.split('\n').map((line) => words(`${line.split(':')[0]} `))}
    </dt>`
  return html`<dt>
      <code>${status}</code> ${said ? html`<span>${said.schema.$ref ? typeName(said.schema) : media}</span>` : ''}
    </dt>
    <dd>${words(description)}${said?.example ? html` <code>${JSON.stringify(said.example)}</code>` : ''}</dd>`
}

/** What a receiver may answer us. */
function answerOf(status: string, { description }: Reply) {
  return html`<dt><code>${status}</code></dt>
    <dd>${words(description)}</dd>`
}

/** One request to copy. */
function curl(url: string, title: string, example: object | undefined, taken: readonly Parameter[]): string {
  const once = taken.some(({ name }) => name === 'Idempotency-Key') ? ` -H 'Idempotency-Key: ${idOf(title)}-1'` : ''
  const path = title.split(' ')[1]!.replace('{id}', '$ID')
  return `curl "${url}${path}" -H "Authorization: Bearer $KEY"${once} -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(example)}'`
}
