// Holds a reply of the API, and what is posted to endpoints, against its document: the address, the method, the status, the media type, the headers, every field and
// code. Called by the fuzzer and by the tests' own fetch.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export interface ApiReply {
  readonly method: string
  /** Below the API's address: "/v1/cases/95-261123-7K4QF". */
  readonly path: string
  readonly status: number
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Part = Record<string, unknown>
interface Response {
  readonly $ref?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, { readonly schema: Part }>>
}
export interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>
  >
  readonly webhooks: Readonly<
    Record<string, { readonly post: { readonly requestBody: Required<Pick<Response, 'content'>> } }>
  >
  readonly components: {
    readonly schemas: Part
    readonly responses: Readonly<Record<string, Response>>
    readonly headers: Readonly<Record<string, unknown>>
  }
}

/** Headers that a reply with this status has, whichever address it is of. */
const always = (status: number): readonly string[] => [
  'request-id',
  ...(status === 401 ? ['www-authenticate'] : []),
  ...(status === 405 ? ['allow'] : []),
  ...(status === 429 || status >= 500 ? ['retry-after'] : []),
]

/** @returns what tells of a reply everything in it that the document does not say; nothing where it says all */
export function replyCheck(document: Document): (reply: ApiReply) => string[] {
  const validate = validation(document)
  return (reply) => {
    const said = responseTo(document, reply)
    if (typeof said === 'string') return [said]
    return [...headerFaults(document, said, reply), ...bodyFaults(said, reply, validate)]
  }
}

/** The same of what is posted to endpoints. */
export function webhookCheck(document: Document): (body: string) => string[] {
  const validate = validation(document)
  return (body) => {
    const value = JSON.parse(body) as { type: string }
    const { post } = document.webhooks[value.type === 'ping' ? 'ping' : 'event']!
    return validate(post.requestBody.content['application/json']!.schema, value)
  }
}

type Validate = (schema: Part, value: unknown) => string[]

function validation({ components }: Document): Validate {
  const validator = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(validator)
  validator.addSchema({ $id: 'api', components: { schemas: closed(components.schemas) } })
  const compiled = new Map<Part, ValidateFunction>()
  return (schema, value) => {
    const check = compiled.get(schema) ?? validator.compile(closed(absolute(schema)) as Part)
    compiled.set(schema, check)
    return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/** The document's response to a request, as far as the status tells; else what is not documented. */
function responseTo({ paths, components }: Document, { method, path, status }: ApiReply): Response | string {
  const resolved = (one: Response) => (one.$ref ? components.responses[one.$ref.split('/').at(-1)!]! : one)
  const methods = paths[templateOf(Object.keys(paths), path) ?? '']
  if (!methods && status === 308 && path.endsWith('/')) return resolved({ $ref: 'WithoutSlash' })
  if (!methods) return status === 404 ? resolved({ $ref: 'NoSuchRoute' }) : `an unknown address is answered ${status}`
  const operation = methods[(method === 'HEAD' ? 'get' : method).toLowerCase()]
  if (!operation)
    return status === 405 ? resolved({ $ref: 'MethodNotAllowed' }) : `an unknown method is answered ${status}`
  const found = operation.responses[status]
  return found ? resolved(found) : `the status ${status} is not documented`
}

/** The most literal of those that a path fits. */
function templateOf(templates: readonly string[], path: string): string | undefined {
  const fits = (template: string) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path)
  return templates.filter(fits).sort((one, other) => one.split('{').length - other.split('{').length)[0]
}

function headerFaults({ components }: Document, said: Response, { status, headers }: ApiReply): string[] {
  const documented = Object.keys(said.headers ?? {}).map((name) => name.toLowerCase())
  const ours = Object.keys(components.headers).map((name) => name.toLowerCase())
  return [
    ...ours
      .filter((name) => headers[name] !== undefined && !documented.includes(name))
      .map((name) => `${name} is not documented`),
    ...always(status)
      .filter((name) => !headers[name])
      .map((name) => `${name} is missing`),
  ]
}

function bodyFaults({ content }: Response, { method, headers, body }: ApiReply, validate: Validate): string[] {
  if (method === 'HEAD' || !content) return body === '' ? [] : ['there is a body where none is documented']
  const type = (headers['content-type'] ?? '').split(';')[0]!
  const schema = content[type]?.schema
  if (!schema) return [`the media type "${type}" is not documented`]
  if (!/^application\/([a-z]+\+)?json$/.test(type)) return []
  try {
    return validate(schema, JSON.parse(body))
  } catch {
    return ['the body is not JSON']
  }
}

/** The schema with its references into the document. */
function absolute(schema: Part): Part {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as Part
}

/** The schema that takes no field beside those it names: the document leaves room for new ones, a reply of today has none. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const part = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closed(member)]))
  const isObject = typeof part['properties'] === 'object' && part['type'] === 'object'
  return isObject && part['additionalProperties'] === undefined ? { ...part, additionalProperties: false } : part
}
