// Answers what is asked of S3, in path style: /bucket/key. Every request is signed in its headers, in its address, or in the policy of a
// form; what is not, is refused as on AWS. Called by aws-api.ts.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from './clock.ts'
import { formUpload } from './object-form.ts'
import type { Objects } from './objects.ts'
import { signatureFault } from './object-signature.ts'

export interface ObjectServices {
  readonly objects: Objects
  readonly clock: Clock
}

export async function objectRequest(
  { objects, clock }: ObjectServices,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local')
  const [bucket = '', ...rest] = decodeURIComponent(url.pathname).slice(1).split('/')
  const key = rest.join('/')
  if (!objects.has(bucket)) return fail(response, 404, 'NoSuchBucket')
  if (request.method === 'POST' && !key) {
    const sent = await formUpload(objects, bucket, request, body, clock.now())
    if ('code' in sent) return fail(response, sent.status, sent.code, sent.message)
    return void response.writeHead(sent.status, sent.headers).end()
  }
  const fault = signatureFault(request, url, clock.now())
  if (fault) return fail(response, 403, fault.code, fault.message)
  if (request.method === 'PUT' && key) {
    const chunked = request.headers['x-amz-content-sha256']?.toString().startsWith('STREAMING-')
    const ETag = objects.put(bucket, key, chunked ? unchunk(body) : body, request.headers['content-type'])
    return void response.writeHead(200, { ETag }).end()
  }
  if (request.method === 'DELETE' && key) {
    objects.remove(bucket, key)
    return void response.writeHead(204).end()
  }
  if (request.method === 'GET' && !key) return list(objects, bucket, url.searchParams.get('prefix') ?? '', response)
  const found = objects.get(bucket, key)
  if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) return fail(response, 404, 'NoSuchKey')
  const headers = {
    'Content-Type': found.type,
    'Content-Length': found.body.length,
    ETag: found.etag,
    'Last-Modified': new Date(found.modified).toUTCString(),
  }
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : found.body)
}

function list(objects: Objects, bucket: string, prefix: string, response: ServerResponse) {
  const rows = objects.list(bucket, prefix)
  const contents = rows.map(
    (row) =>
      `<Contents><Key>${escape(String(row['key']))}</Key><Size>${Number(row['size'])}</Size><ETag>${escape(String(row['etag']))}</ETag><LastModified>${new Date(Number(row['modified'])).toISOString()}</LastModified></Contents>`,
  )
  response
    .writeHead(200, { 'Content-Type': 'application/xml' })
    .end(
      `<ListBucketResult><Name>${bucket}</Name><KeyCount>${rows.length}</KeyCount><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
    )
}

/** The aws-chunked transfer coding: hex length, optional signature, data. */
function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.toString('latin1', at, end), 16)
    if (end < 0 || !length) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 4 + length
  }
}

function fail(response: ServerResponse, status: number, code: string, message = code) {
  response
    .writeHead(status, { 'Content-Type': 'application/xml' })
    .end(`<Error><Code>${code}</Code><Message>${escape(message)}</Message></Error>`)
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
