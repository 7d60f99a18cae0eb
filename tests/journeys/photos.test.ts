// Photos at a region at work, by browsers without scripts and by the API: sent to the bucket itself, drawn anew, seen by whoever sees the
// texts, refused with a reason, removed and erased with everything that lies in the bucket.
import { randomBytes } from 'node:crypto'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newIntegratorKey } from '../../functions/intake/integrator-key.ts'
import { loadRegion } from '../../regions/load.ts'
import { linkIn, open, openOwn, type Page, send } from '../../tools/visitor.ts'
import { faultsIn, sights } from '../browser/axe.ts'
import { hasBrowser, launch } from '../browser/browser.ts'
import { withPhotos } from '../stack/synthesize.ts'
import { assemblyOf } from './assembly.ts'
import { write } from './mailing.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { signIn } from './staff.ts'

const citizen = 'photographer@example.org'
let work: RegionAtWork
let s3: S3Client
let photo: Buffer

beforeAll(async () => {
  const region = withPhotos(loadRegion('95'))
  work = await regionAtWork('2026-03-02T07:00:00Z', undefined, true, await assemblyOf(region))
  s3 = new S3Client({
    ...{ endpoint: work.engine.endpoints['AWS_ENDPOINT_URL_S3']!, region: 'local' },
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#446688' } })
    .withExif({ IFD0: { Model: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 19/1 0/1' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
const topic = (isSensitive = false) =>
  work.region.topics.find((one) => !one.season && !one.important && Boolean(one.sensitive) === isSensitive)!.id
/** The names of what lies in the bucket of a case. */
async function lying(caseId: string): Promise<string[]> {
  const Bucket = work.engine.outputs['PhotosBucket']!
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
  return Contents.map(({ Key }) => Key!).filter((name) => name.includes(caseId))
}

async function post(key: string, of = topic()): Promise<{ id: string; trackUrl: string }> {
  const author = { name: 'З. Гражданка', email: citizen }
  const reply = await work.post(
    { text: 'У дома яма, прошу починить.', topic: of, municipality: 'groznyy', author },
    key,
  )
  await work.engine.idle()
  return (await reply.json()) as { id: string; trackUrl: string }
}

/** The hidden fields of the form that goes to the bucket, as a browser sends them, with a file; and where that leads. */
async function upload(page: Page, content: Buffer | string): Promise<Page> {
  const [, url = '', form = ''] =
    /<form method="post" action="([^"]+)" enctype="multipart\/form-data">(.*?)<\/form>/s.exec(page.html)!
  const fields = new FormData()
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields.set(name!, value!)
  fields.set('file', new Blob([new Uint8Array(Buffer.from(content))]), 'IMG_0001.HEIC')
  const sent = await fetch(url, { method: 'POST', body: fields, redirect: 'manual' })
  expect(sent.status).toBe(303)
  await work.engine.idle()
  return open(sent.headers.get('location')!, page.cookie)
}

const photosOf = (page: Page) => open(`${page.url.split('?')[0]}/photos`, page.cookie)
const shown = ({ html }: Page) => [...html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src!)
const byKey = {
  headers: {
    get Authorization() {
      return `Bearer ${work.key}`
    },
  },
}
const view = async (id: string) =>
  (await work.get(id)) as unknown as {
    photos: { photo: string; state: string; by: string; why?: string }[]
    history: { type: string; by: string }[]
  }
const follow = async (email: string, purpose: '/a/' | '/r/', id: string) => {
  await work.engine.idle()
  const mails = (await work.mails(email)).filter(({ subject }) => subject.includes(id))
  return open(linkIn(mails.at(-1)!.text, purpose, work.engine.apiUrl))
}

describe('a photo', () => {
  let id: string
  let track: Page
  let name: string

  it('is sent by its citizen to the bucket, drawn anew, and stands on their page', async () => {
    const message = await post('photo')
    id = message.id
    track = await open(message.trackUrl)
    const added = await upload(await photosOf(track), photo)
    expect(added.html).toContain('Фотография добавлена')
    const [large, ...more] = shown(added)
    expect(more).toEqual([])
    name = large!.split('/')[1]!
    const picture = await fetch(new URL(large!, added.url))
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    const bytes = Buffer.from(await picture.arrayBuffer())
    const { exif, width, height } = await sharp(bytes).metadata()
    expect([exif, width, height]).toEqual([undefined, 1600, 800])
    const [small] = shown(await open(track.url))
    expect(small).toBe(`${track.url.split('/').at(-1)}/photos/${name}?small`)
    expect(
      (await sharp(Buffer.from(await (await fetch(new URL(small!, track.url))).arrayBuffer())).metadata()).width,
    ).toBe(320)
    expect(await lying(id)).toEqual([`photos/${id}/${name}.large.jpg`, `photos/${id}/${name}.small.jpg`])
  })

  it('is taken once, however often its form or its message comes', async () => {
    const page = await photosOf(track)
    const [once, again] = [await upload(page, photo), await upload(page, 'something else under the same name')]
    expect([once, again].map(({ html }) => html.includes('Фотография добавлена'))).toEqual([true, true])
    expect((await view(id)).photos.map(({ state, by }) => [state, by])).toEqual([
      ['ready', 'citizen'],
      ['ready', 'citizen'],
    ])
    expect((await lying(id)).length).toBe(4)
  })

  it('is seen in the console by whoever may see the case, and by nobody else', async () => {
    const operator = await signIn(work, work.region.operators[0]!.email)
    const page = await operator.open(`cases/${id}`)
    const picture = shown(page)[0]!.replaceAll('&amp;', '&')
    expect(picture).toContain(`/console/photos/${id}?photo=`)
    const seen = await fetch(picture, { headers: { Cookie: operator.cookie } })
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    for (const [address, cookie, status] of [
      [picture, '', 303],
      [picture.replace(/photo=\w+/, 'photo=unknown'), operator.cookie, 404],
      [picture.replace(id, '95-260302-00000'), operator.cookie, 404],
    ] as const) {
      const reply = await fetch(address, { headers: { Cookie: cookie }, redirect: 'manual' })
      expect([address, reply.status]).toEqual([address, status])
      expect(reply.headers.get('location') ?? '').not.toContain('X-Amz-Signature')
    }
  })

  it('that is none is refused with what to do, by its content', async () => {
    const refused = await upload(await photosOf(track), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect(refused.html).toContain('Фотография не добавлена')
    expect(refused.html).toContain('Это не JPEG, не PNG и не WebP.')
    expect((await view(id)).photos.at(-1)).toMatchObject({ state: 'refused', by: 'citizen', why: 'not a picture' })
    expect((await lying(id)).length).toBe(4)
  })

  it('is seen by its responder, whose own the citizen sees with the approved answer', async () => {
    const responder = await follow(office().responder.email, '/a/', id)
    expect(shown(responder).length).toBe(2)
    const added = await upload(await photosOf(responder), photo)
    expect([shown(added).length, added.html.includes('от исполнителя')]).toEqual([3, true])
    expect(shown(await photosOf(track)).length).toBe(2)
    await send(await follow(office().responder.email, '/a/', id), 'name="answer"', {
      ...{ action: 'answer', kind: 'done', answer: 'Здравствуйте! Яму засыпали 2 марта.' },
    })
    const review = await follow(work.desk(id).moderators[0]!.email, '/r/', id)
    expect(shown(review).length).toBe(3)
    expect((await photosOf(review)).html).toContain('Добавить фотографию сейчас нельзя.')
    await send(review, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    expect(shown(await photosOf(track)).length).toBe(3)
    expect((await photosOf(track)).html).not.toContain('enctype')
    const { cases } = (await (await fetch(`${track.url}/case.json`)).json()) as {
      cases: { photos: { by: string }[] }[]
    }
    expect(cases[0]!.photos.map(({ by }) => by)).toEqual(['citizen', 'citizen', 'responder'])
  })

  it('is removed by whoever added it, and from the bucket, by a button that says so', async () => {
    const page = await photosOf(track)
    const form = `value="${name}"`
    expect((await send(page, form, { action: 'remove' })).status).toBe(422)
    const removed = await send(page, form, { action: 'remove', [`sure-${name}`]: 'yes' })
    expect(removed.html).toContain('Фотография убрана')
    await work.engine.idle()
    expect([shown(removed).length, (await lying(id)).some((one) => one.includes(name))]).toEqual([2, false])
    expect((await fetch(`${track.url}/photos/${name}`, { redirect: 'manual' })).status).toBe(404)
  })

  it('goes with everything that was written, also when the queue forgot it', async () => {
    const queue = new SQSClient({
      ...{ endpoint: work.engine.endpoints['AWS_ENDPOINT_URL_SQS']!, region: 'local' },
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    const redraw = work.engine.function('Redraw')
    const { invoke } = redraw
    redraw.invoke = () => Promise.reject(new Error('out of order'))
    await send(await open(track.url), 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
    await work.engine.idle()
    expect(shown(await photosOf(track))).toEqual([])
    expect((await lying(id)).length).toBe(4)
    await queue.send(new PurgeQueueCommand({ QueueUrl: work.engine.outputs['PhotosQueueUrl']! }))
    redraw.invoke = invoke.bind(redraw)
    await work.engine.advance(20 * 60_000)
    expect(await lying(id)).toEqual([])
  })
})

describe('an integrator', () => {
  const photos = (id: string, path = '') => `${work.engine.apiUrl}/v1/cases/${id}/photos${path}`
  const leave = async (id: string) => {
    const reply = await fetch(photos(id), { method: 'POST', ...byKey })
    return {
      status: reply.status,
      body: (await reply.json()) as { photo: string; url: string; fields: object; code?: string },
    }
  }
  const give = async ({ url, fields }: { url: string; fields: object }, content: Buffer) => {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.set(field, String(value))
    form.set('file', new Blob([new Uint8Array(content)]))
    return (await fetch(url, { method: 'POST', body: form })).status
  }

  it('sends a photo with leave, reads how it stands and where it is; ten, and no more', async () => {
    const { id, trackUrl } = await post('by-api')
    const first = await leave(id)
    expect([first.status, await give(first.body, photo)]).toEqual([200, 204])
    const { photos: listed } = await view(id)
    expect(listed).toMatchObject([
      { photo: first.body.photo, state: 'ready', by: 'integrator', width: 1600, height: 800 },
    ])
    const where = await fetch(photos(id, `/${first.body.photo}?size=small`), { ...byKey, redirect: 'manual' })
    expect([where.status, (await fetch(where.headers.get('location')!)).status]).toEqual([303, 200])
    for (const path of ['/0000000000000000', '/x']) expect((await fetch(photos(id, path), byKey)).status).toBe(404)
    expect(shown(await open(trackUrl)).length).toBe(1)

    const leaves = []
    for (let count = 0; count < 10; count += 1) leaves.push(await leave(id))
    const small = await sharp(photo).resize(40).png().toBuffer()
    await Promise.all(leaves.map(({ body }) => give(body, small)))
    await work.engine.idle()
    const { photos: all } = await view(id)
    expect(all.map(({ state, why }) => why ?? state)).toEqual([...Array<string>(10).fill('ready'), 'case'])
    expect((await lying(id)).length).toBe(20)
    expect(await leave(id)).toMatchObject({ status: 409, body: { code: 'too-many-photos' } })
  })

  it('takes a photo off again, once and for all, with its pictures; of an official none, of another integrator none', async () => {
    const { id, trackUrl } = await post('taken-off')
    const track = await open(trackUrl)
    await upload(await photosOf(track), photo)
    await give((await leave(id)).body, photo)
    const responder = await follow(office().responder.email, '/a/', id)
    await upload(await photosOf(responder), photo)
    const [citizens, own] = (await view(id)).photos.map((one) => one.photo)
    const off = async (name: string, headers = byKey.headers) => {
      const reply = await fetch(photos(id, `/${name}`), { method: 'DELETE', headers })
      await work.engine.idle()
      return [reply.status, await reply.text()] as const
    }
    const code = (body: string) => (JSON.parse(body) as { code: string }).code
    for (const name of [citizens!, own!, own!]) expect(await off(name)).toEqual([204, ''])
    expect((await view(id)).history.filter(({ type }) => type === 'photo_removed').map(({ by }) => by)).toEqual([
      'integrator',
      'integrator',
    ])
    expect([shown(await photosOf(track)).length, (await lying(id)).length]).toEqual([0, 2])
    const officials = (await lying(id))[0]!.split('/').at(-1)!.split('.')[0]!
    for (const name of [officials, '0000000000000000']) {
      const [status, body] = await off(name)
      expect([status, code(body)]).toEqual([404, 'photo-unknown'])
    }
    await send(await follow(office().responder.email, '/a/', id), 'name="answer"', {
      ...{ action: 'answer', kind: 'done', answer: 'Здравствуйте! Яму засыпали 2 марта.' },
    })
    const review = await follow(work.desk(id).moderators[0]!.email, '/r/', id)
    await send(review, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    const [status, body] = await off(officials)
    expect([status, code(body), (await lying(id)).length]).toEqual([409, 'not-yours', 2])
    const stranger = newIntegratorKey({ integrator: 'another', scopes: ['messages:write'] }, randomBytes)
    await work.document.send(new PutCommand({ TableName: work.tableName, Item: stranger.item }))
    expect((await off(own!, { Authorization: `Bearer ${stranger.key}` }))[0]).toBe(404)
  })

  it('sends none to a case that is not theirs, or that takes none', async () => {
    expect(await leave('95-260302-00000')).toMatchObject({ status: 404, body: { code: 'case-unknown' } })
    const { id } = await post('withdrawn')
    await fetch(`${work.engine.apiUrl}/v1/cases/${id}/withdraw`, {
      ...{ method: 'POST', body: '{}' },
      headers: { ...byKey.headers, 'Content-Type': 'application/json', 'Idempotency-Key': 'withdrawn' },
    })
    expect(await leave(id)).toMatchObject({ status: 409, body: { code: 'not-now' } })
  })
})

describe('whoever may not read the texts', () => {
  it('sees no photo: who has yet to say that the message is theirs, and an official of a sensitive topic without a code', async () => {
    const { id, trackUrl } = await post('sensitive', topic(true))
    await upload(await photosOf(await open(trackUrl)), photo)
    await work.engine.idle()
    const [name] = (await view(id)).photos.map(({ photo: one }) => one)
    const mailed = (await work.mails(citizen)).filter(({ subject }) => subject.includes(id))
    const own = linkIn(mailed.at(-1)!.text, '/t/', work.engine.apiUrl)
    const asked = await fetch(`${own}/photos/${name}`, { redirect: 'manual' })
    expect([asked.status, asked.headers.get('location')]).toEqual([303, own])
    await openOwn(own)
    const answered = await fetch(`${own}/photos/${name}`, { redirect: 'manual' })
    expect(answered.headers.get('location')).toContain(`photos/${id}/${name}.large.jpg?`)

    const responders = await work.mails(work.region.organisations.map((one) => one.responder))
    const mail = responders.findLast(({ subject }) => subject.includes(id))!
    const responder = linkIn(mail.text, '/a/', work.engine.apiUrl)
    const closed = await open(`${responder}/photos`)
    expect([shown(closed).length, closed.html.includes('код')]).toEqual([0, true])
    const picture = await fetch(`${responder}/photos/${name}`, { redirect: 'manual' })
    expect([picture.status, picture.headers.get('location')]).toEqual([200, null])
  })
})

it('a photo that comes by mail is one like any other, once however often it is sent; a letterhead is none', async () => {
  const attachments = [
    { filename: 'IMG_1.jpg', content: photo, contentType: 'image/jpeg' },
    { filename: 'logo.png', content: Buffer.alloc(2_000, 1), contentType: 'image/png', cid: 'logo' },
  ]
  const html = '<p>У дома 5 на улице Садовой в Грозном яма.</p><img src="cid:logo">'
  const mail = { from: 'mailer@example.org', to: 'pishite@in.otklik-95.example', subject: 'Яма', html, attachments }
  await write(work, { ...mail, messageId: '<photo@example.org>' })
  const [, id = ''] = /\[(95-\d{6}-\w{5})\]/.exec((await work.lastMail('mailer@example.org')).subject)!
  const reply = { ...mail, subject: `Re: [${id}] Яма`, html: `<p>Ещё раз.</p>${html}` }
  await write(work, { ...reply, messageId: '<again@example.org>' })
  const { photos } = await view(id)
  expect(photos).toMatchObject([{ state: 'ready', by: 'citizen' }])
  expect((await work.mails('mailer@example.org')).filter(({ text }) => text.includes('не целиком'))).toEqual([])
})

describe.skipIf(!hasBrowser)('in a browser', () => {
  it('the form says that photos come after sending, which leads to where they are added; axe finds no fault on the page', async () => {
    const { apiUrl } = work.engine
    const form = await open(`${apiUrl}/report`)
    expect(form.html).toContain('Фотографии можно добавить сразу после отправки')
    const check = await send(form, 'name="text"', { text: 'Во дворе яма (с фотографией).', municipality: 'groznyy' })
    const track = await send(check, 'name="nonce"', {})
    await work.engine.idle()
    const [, way = ''] = /<a href="([^"]+)">Добавить фотографии<\/a>/.exec((await open(track.url)).html)!
    const empty = await open(new URL(way, track.url).href)
    const one = await upload(empty, photo)
    const refused = await upload(await photosOf(track), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const browser = await launch()
    try {
      for (const [colorScheme, width, larger] of sights) {
        const tab = await browser.newPage({ viewport: { width: width / larger, height: 740 }, colorScheme })
        for (const { html } of [empty, one, refused]) {
          await tab.setContent(html.replaceAll('src="photos/', `src="${track.url}/photos/`))
          expect(await faultsIn(tab)).toEqual([])
          expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width / larger)
        }
        await tab.close()
      }
    } finally {
      await browser.close()
    }
  }, 60_000)
})
