// The engine's S3 as the unmodified SDK and browsers use it, with what our functions sign: nothing that is unsigned, altered or past its time
// comes in or out. The leave to send a file is looked at, too: one name, one kind, one size, for minutes.
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { grantReading, grantUpload, type Upload } from '../../functions/files/grants.ts'
import { MOST_BYTES } from '../../functions/files/names.ts'
import { serveAws, type Services } from '../../local/aws-api.ts'
import { type Clock, openClock } from '../../local/clock.ts'
import type { BusEvent } from '../../local/event-bus.ts'
import { Objects } from '../../local/objects.ts'
import { openState } from '../../local/state.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-objects-'))
const NAME = 'incoming/95-260302-7K4QF/citizen/-/0123456789ABCDEF'
const MINUTE = 60_000
const told: BusEvent[] = []
let clock: Clock
let objects: Objects
let server: Server
let s3: S3Client

beforeAll(async () => {
  const state = openState(join(folder, 'engine.db'))
  clock = openClock(state, '2026-03-02T07:00:00.000Z', true)
  objects = new Objects(state, clock, (event) => void told.push(event))
  objects.addBucket('photos', { tells: true, expirations: [{ prefix: 'incoming/', days: 1 }] })
  objects.addBucket('silent', { tells: false, expirations: [] })
  const served = await serveAws({ objects, clock, counts: new Map() } as unknown as Services)
  server = served.server
  Object.assign(process.env, {
    ...{ AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    ...{ AWS_ENDPOINT_URL_S3: served.url, PHOTOS_BUCKET: 'photos' },
  })
  s3 = new S3Client({})
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => void told.splice(0))

const now = () => new Date(clock.now()).toISOString()
const grant = (more: object = {}) => grantUpload({ name: NAME, at: now(), seconds: 600, ...more })

/** Sends a form as a browser does. @returns its status, the code of a refusal, and where it leads */
async function send(
  { url, fields }: Upload,
  change: (form: FormData) => void = () => {},
  content: string | Uint8Array<ArrayBuffer> = 'x',
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  change(form)
  form.set('file', new Blob([content], { type: 'text/html' }), 'any.html')
  const reply = await fetch(url, { method: 'POST', body: form, redirect: 'manual' })
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await reply.text()) ?? []
  return { status: reply.status, code, location: reply.headers.get('location') }
}
const denied = { status: 403, code: 'AccessDenied', location: null }

describe('I1: leave to send a file', () => {
  it('names one object, pictures alone, from one byte to 15 MB, for ten minutes, and nothing beside', () => {
    const { fields, expiresAt } = grant()
    const policy = JSON.parse(Buffer.from(fields['Policy']!, 'base64').toString()) as object
    const { Policy: _, 'X-Amz-Signature': __, 'Content-Type': ___, ...exact } = fields
    expect(policy).toEqual({
      expiration: new Date(clock.now() + 10 * MINUTE).toISOString(),
      conditions: [
        { bucket: 'photos' },
        ...Object.entries(exact).map(([name, value]) => ({ [name]: value })),
        ['starts-with', '$Content-Type', 'image/'],
        ['content-length-range', 1, MOST_BYTES],
      ],
    })
    expect(exact).toEqual({
      ...{ key: NAME, success_action_status: '204', 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' },
      ...{ 'X-Amz-Credential': 'local/20260302/local/s3/aws4_request', 'X-Amz-Date': '20260302T070000Z' },
    })
    expect(expiresAt).toBe((policy as { expiration: string }).expiration)
  })

  it('lets the file in, which the bus is told of', async () => {
    expect(await send(grant(), undefined, 'the file')).toEqual({ status: 204, code: undefined, location: null })
    expect(objects.get('photos', NAME)).toMatchObject({ body: Buffer.from('the file'), type: 'image/jpeg' })
    expect(told).toEqual([
      {
        ...{ source: 'aws.s3', 'detail-type': 'Object Created' },
        detail: { version: '0', bucket: { name: 'photos' }, object: { key: NAME, size: 8 } },
      },
    ])
  })

  it('leads a browser back to the page', async () => {
    const { status, location } = await send(grant({ leadTo: 'http://127.0.0.1:1/t/secret/photos?sent=0' }))
    const { origin, pathname, searchParams } = new URL(location!)
    expect([status, origin + pathname, Object.fromEntries(searchParams)]).toEqual([
      ...[303, 'http://127.0.0.1:1/t/secret/photos'],
      { sent: '0', bucket: 'photos', key: NAME, etag: expect.any(String) as string },
    ])
  })

  it.each([
    ['another name', (form: FormData) => form.set('key', `${NAME}X`)],
    ['another kind', (form: FormData) => form.set('Content-Type', 'text/html')],
    ['more of it', (form: FormData) => form.set('x-amz-meta-note', 'x')],
    ['a public object', (form: FormData) => form.set('acl', 'public-read')],
    ['another way back', (form: FormData) => form.set('success_action_status', '201')],
    ['less of it', (form: FormData) => form.delete('success_action_status')],
    ['no policy', (form: FormData) => form.delete('Policy')],
  ])('does not let in %s', async (_, change) => {
    expect(await send(grant(), change)).toEqual(denied)
    expect(told).toEqual([])
  })

  it('does not let in what is too large or empty, forged or late', async () => {
    const large = new Uint8Array(MOST_BYTES + 1)
    expect(await send(grant(), undefined, large)).toMatchObject({ status: 400, code: 'EntityTooLarge' })
    expect(await send(grant(), undefined, '')).toMatchObject({ status: 400, code: 'EntityTooSmall' })
    const wider = (form: FormData) => {
      const policy = JSON.parse(Buffer.from(String(form.get('Policy')), 'base64').toString()) as {
        conditions: unknown[]
      }
      const conditions = [...policy.conditions.slice(0, -1), ['content-length-range', 0, 1e12]]
      form.set('Policy', Buffer.from(JSON.stringify({ ...policy, conditions })).toString('base64'))
    }
    const unsigned = (form: FormData) => form.set('X-Amz-Signature', '0'.repeat(64))
    for (const change of [wider, unsigned])
      expect(await send(grant(), change)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' })
    const early = grant()
    clock.move(10 * MINUTE + 1_000)
    expect(await send(early)).toEqual(denied)
    expect(told).toEqual([])
  })
})

describe('an object', () => {
  it('is read by a signed address for five minutes, and by no other', async () => {
    objects.put('photos', 'photos/a b/1.jpg', Buffer.from('picture'), 'image/jpeg')
    const url = await grantReading('photos/a b/1.jpg', now())
    const reply = await fetch(url)
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
      200,
      'image/jpeg',
      'picture',
    ])
    expect((await fetch(url.split('?')[0]!)).status).toBe(403)
    expect((await fetch(url.replace('1.jpg', '2.jpg'))).status).toBe(403)
    expect((await fetch(url.replace('Expires=300', 'Expires=9000'))).status).toBe(403)
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403)
    clock.move(5 * MINUTE + 1_000)
    expect((await fetch(url)).status).toBe(403)
  })

  it('is put, read, listed and deleted by the SDK, and by nobody with another secret', async () => {
    const one = { Bucket: 'silent', Key: 'a/ü 1' }
    await s3.send(new PutObjectCommand({ ...one, Body: 'content', ContentType: 'text/plain' }))
    const { Body, ContentType } = await s3.send(new GetObjectCommand(one))
    expect([await Body!.transformToString(), ContentType]).toEqual(['content', 'text/plain'])
    const listed = async () =>
      (await s3.send(new ListObjectsV2Command({ Bucket: 'silent', Prefix: 'a/' }))).Contents?.map(({ Key }) => Key)
    expect(await listed()).toEqual(['a/ü 1'])
    const other = new S3Client({ credentials: { accessKeyId: 'local', secretAccessKey: 'other' } })
    await expect(other.send(new DeleteObjectCommand(one))).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
    expect(await listed()).toEqual(['a/ü 1'])
    await s3.send(new DeleteObjectCommand(one))
    expect(await listed()).toBeUndefined()
    expect(told).toEqual([])
  })

  it('ends after its days, where its name begins so', () => {
    for (const name of ['incoming/1', 'photos/1']) objects.put('photos', name, Buffer.from('x'))
    objects.expire()
    expect(objects.list('photos', 'incoming/1').length).toBe(1)
    clock.move(86_400_000 + 1)
    objects.expire()
    expect([objects.list('photos', 'incoming/').length, objects.list('photos', 'photos/1').length]).toEqual([0, 1])
  })
})
