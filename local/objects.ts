// S3 as far as a stack here uses it: put, get, head, list and delete of whole objects. Called by aws-api.ts.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from './clock.ts'

export class Objects {
  readonly #state: DatabaseSync
  readonly #clock: Clock
  readonly #buckets = new Set<string>()

  constructor(state: DatabaseSync, clock: Clock) {
    this.#state = state
    this.#clock = clock
  }

  addBucket(name: string): void {
    this.#buckets.add(name)
  }

  has(bucket: string): boolean {
    return this.#buckets.has(bucket)
  }

  put(bucket: string, key: string, body: Buffer, type = 'application/octet-stream'): string {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`
    this.#state
      .prepare('INSERT OR REPLACE INTO objects (bucket, key, body, type, etag, modified) VALUES (?, ?, ?, ?, ?, ?)')
      .run(bucket, key, body, type, etag, this.#clock.now())
    return etag
  }

  get(bucket: string, key: string) {
    const row = this.#state.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(bucket, key)
    return (
      row && {
        body: Buffer.from(row['body'] as Uint8Array),
        type: String(row['type']),
        etag: String(row['etag']),
        modified: Number(row['modified']),
      }
    )
  }

  remove(bucket: string, key: string): void {
    this.#state.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?').run(bucket, key)
  }

  list(bucket: string, prefix: string) {
    return this.#state
      .prepare(
        'SELECT key, length(body) AS size, etag, modified FROM objects WHERE bucket = ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT 1000',
      )
      .all(bucket, prefix, prefix)
  }
}

/** Answers an S3 request in path style: /bucket/key. */
export function objectRequest(
  objects: Objects,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '/', 'http://local')
  const [bucket = '', ...rest] = decodeURIComponent(url.pathname).slice(1).split('/')
  const key = rest.join('/')
  if (!objects.has(bucket)) return fail(response, 404, 'NoSuchBucket')
  if (request.method === 'PUT' && key) {
    const chunked = request.headers['x-amz-content-sha256']?.toString().startsWith('STREAMING-')
    return void response
      .writeHead(200, {
        ETag: objects.put(bucket, key, chunked ? unchunk(body) : body, request.headers['content-type']),
      })
      .end()
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

function fail(response: ServerResponse, status: number, code: string) {
  response
    .writeHead(status, { 'Content-Type': 'application/xml' })
    .end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
