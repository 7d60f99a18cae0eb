// Takes a file that a form sends to S3 itself, by the policy that somebody signed: nothing in the form may differ from what the policy says,
// and nothing may be in it that the policy does not name (Amazon S3 API Reference, "POST Policy"). Called by object-requests.ts.
import type { IncomingMessage } from 'node:http'
import type { Objects } from './objects.ts'
import { isSignature } from './object-signature.ts'

type Sent =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: number; readonly code: string; readonly message: string }
type Fields = ReadonlyMap<string, string>
type Condition = Readonly<Record<string, string>> | readonly [string, string | number, string | number]

const denied = (message: string): Sent => ({ status: 403, code: 'AccessDenied', message })

export async function formUpload(
  objects: Objects,
  bucket: string,
  request: IncomingMessage,
  body: Buffer,
  now: number,
): Promise<Sent> {
  const type = request.headers['content-type'] ?? ''
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined)
  if (!form) return { status: 412, code: 'PreconditionFailed', message: 'The body is no multipart/form-data.' }
  const fields = new Map<string, string>([['bucket', bucket]])
  let file: File | undefined
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      file = value
      break // What comes after the file is not read.
    }
    fields.set(name.toLowerCase(), value)
  }
  if (!file)
    return { status: 400, code: 'InvalidArgument', message: 'POST requires exactly one file upload per request.' }
  const { policy, signature } = { policy: fields.get('policy'), signature: fields.get('x-amz-signature') ?? '' }
  if (!policy) return denied('Access Denied')
  const [, ...scope] = (fields.get('x-amz-credential') ?? '').split('/')
  if (!isSignature(signature, scope.join('/'), policy))
    return { status: 403, code: 'SignatureDoesNotMatch', message: 'The signature does not match.' }
  const refused = refusalBy(policy, fields, file.size, now)
  if (refused) return refused
  const key = fields.get('key') ?? ''
  const content = Buffer.from(await file.arrayBuffer())
  const etag = objects.put(bucket, key, content, fields.get('content-type'))
  return answerOf(fields, bucket, key, etag)
}

/** What the policy has against the form; undefined when it lets it through. */
function refusalBy(policy: string, fields: Fields, size: number, now: number): Sent | undefined {
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString()) as {
    expiration: string
    conditions: readonly Condition[]
  }
  if (Date.parse(expiration) < now) return denied('Invalid according to Policy: Policy expired.')
  const named = new Set(['policy', 'x-amz-signature', 'file'])
  for (const condition of conditions) {
    const [how, what, wanted] = Array.isArray(condition)
      ? (condition as [string, string | number, string | number])
      : (['eq', `$${Object.keys(condition)[0]}`, Object.values(condition)[0]!] as const)
    if (how === 'content-length-range') {
      if (size < Number(what)) return { status: 400, code: 'EntityTooSmall', message: 'The file is too small.' }
      if (size > Number(wanted)) return { status: 400, code: 'EntityTooLarge', message: 'The file is too large.' }
      continue
    }
    const name = String(what).slice(1).toLowerCase()
    named.add(name)
    const value = fields.get(name) ?? ''
    const holds = how === 'eq' ? value === wanted : how === 'starts-with' && value.startsWith(String(wanted))
    if (!holds) return denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`)
  }
  const extra = [...fields.keys()].filter(
    (name) => !named.has(name) && name !== 'bucket' && !name.startsWith('x-ignore-'),
  )
  return extra.length > 0 ? denied(`Invalid according to Policy: Extra input fields: ${extra.join(', ')}`) : undefined
}

/** Where a browser is led, or what a program is told. */
function answerOf(fields: Fields, bucket: string, key: string, ETag: string): Sent {
  const redirect = fields.get('success_action_redirect')
  if (redirect !== undefined && URL.canParse(redirect)) {
    const url = new URL(redirect)
    for (const [name, value] of Object.entries({ bucket, key, etag: ETag })) url.searchParams.set(name, value)
    return { status: 303, headers: { Location: url.href, ETag } }
  }
  const status = Number(fields.get('success_action_status'))
  return { status: [200, 201].includes(status) ? status : 204, headers: { ETag } }
}
