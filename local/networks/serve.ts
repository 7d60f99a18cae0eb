// The simulator of social networks: speaks the HTTP APIs of VK, MAX and Telegram as their documents describe them, and shows their dialogs as pages. It
// knows nothing of who is behind a receiver. Called by engine.ts.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { KEEP_ALIVE } from '../keep-alive.ts'
import { answerMax, answerTelegram } from './bot-apis.ts'
import { comment, type CommentWish } from './comment.ts'
import { anchorOf, networksPage } from './page.ts'
import { repeat, type Wish, write } from './person.ts'
import { answerVk } from './vk-api.ts'
import { networkNames, type Trouble, troubles, type World } from './world.ts'

export interface Networks {
  readonly world: World
  /** ms. */
  readonly now: () => number
  /** Where functions reach it, without a trailing slash. */
  readonly base: string
}

/** Serves pages and APIs on a port of 127.0.0.1. */
export async function serveNetworks(networks: Networks, port: number): Promise<Server> {
  const server = createServer(KEEP_ALIVE, (request, response) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray())
      await answerNetworks(networks, request, request.url ?? '/', body, response)
    })().catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(400)
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}

/** @param address what of the request's address is ours */
export async function answerNetworks(
  { world, now, base }: Networks,
  request: IncomingMessage,
  address: string,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams: query } = new URL(address, 'http://local')
  const [, first = '', ...rest] = pathname.split('/')
  const { method = 'GET' } = request
  const json = (status: number, value: unknown) =>
    void response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
  // Whoever asks waits, and hears nothing.
  const answer = (given: { readonly status: number; readonly body: unknown } | undefined) =>
    given ? json(given.status, given.body) : void response.destroy()
  const asked = { method, query, now: now() }
  switch (first) {
    case 'vk': {
      const form = Object.fromEntries(new URLSearchParams(body.toString()))
      const said = await answerVk(world, rest.at(-1) ?? '', form, { now: now(), base })
      return answer(said && { status: 200, body: said })
    }
    case 'max': {
      const token = request.headers.authorization ?? ''
      return answer(answerMax(world, { ...asked, path: `/${rest.join('/')}`, token, value: parsed(body) }))
    }
    case 'telegram': {
      if (rest[0] === 'file') return picture(world, rest.at(-1) ?? '', response)
      const token = (rest[0] ?? '').replace(/^bot/, '')
      return answer(answerTelegram(world, { ...asked, path: rest[1] ?? '', token, value: parsed(body) }))
    }
    case 'pictures':
      return picture(world, rest[0] ?? '', response)
    case 'talks':
      return json(200, world.talks)
    case 'walls':
      return json(200, world.walls.all)
    case 'write':
    case 'comment':
    case 'trouble':
    case 'repeat': {
      if (method !== 'POST') return json(405, {})
      const done = await command(first, { world, now, base }, request, body)
      if (request.headers['content-type']?.startsWith('application/json')) return json(200, done)
      const Location = 'id' in done ? `./#${anchorOf(done.id)}` : './'
      return void response.writeHead(303, { Location }).end()
    }
    case '':
      return void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(networksPage(world))
    default:
      return json(404, {})
  }
}

async function command(
  what: 'write' | 'comment' | 'trouble' | 'repeat',
  { world, now, base }: Networks,
  request: IncomingMessage,
  body: Buffer,
) {
  const fields = await fieldsOf(request, body)
  const network = nameIn(networkNames, fields['network'])
  if (what === 'repeat') return { status: await repeat(world, network, Number(fields['back'] ?? 0)) }
  if (what === 'trouble') {
    world.plan(network, nameIn<Trouble>(troubles, fields['what']), Number(fields['times'] ?? 1))
    return {}
  }
  if (what === 'comment') {
    const { id, to, isLost } = fields
    const wish = {
      ...{ ...(fields as unknown as CommentWish), network, isLost: isLost === true || isLost === 'yes' },
      ...{ ...(id !== undefined && { id: Number(id) }), ...(to !== undefined && { to: Number(to) }) },
    }
    return comment(world, wish, now(), base)
  }
  const location = pointIn(fields['point'])
  return write(world, { ...(fields as unknown as Wish), network, ...(location && { location }) }, now(), base)
}

/** Of the page's field, as maps write it. */
function pointIn(given: unknown): Wish['location'] {
  if (typeof given !== 'string' || !given.trim()) return undefined
  const [, lat, lon] = /^\s*(-?\d+(?:\.\d+)?)\s*[,\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(given) ?? []
  if (lat === undefined || lon === undefined) throw new Error('A point reads like 43.318, 45.698.')
  return { lat: Number(lat), lon: Number(lon) }
}

function nameIn<Name extends string>(names: readonly Name[], given: unknown): Name {
  const found = names.find((one) => one === given)
  if (!found) throw new Error(`Name one of: ${names.join(', ')}.`)
  return found
}

/** Of a program JSON, its picture in base64; of a page a form. */
async function fieldsOf(request: IncomingMessage, body: Buffer): Promise<Record<string, unknown>> {
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/json')) {
    const { picture: given, ...fields } = parsed(body)
    return { ...fields, ...(typeof given === 'string' && { picture: Buffer.from(given, 'base64') }) }
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData()
  const fields: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value
    else if (value.size > 0) fields[name] = Buffer.from(await value.arrayBuffer())
  }
  return fields
}

function parsed(body: Buffer): Record<string, unknown> {
  return body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {}
}

function picture(world: World, name: string, response: ServerResponse): void {
  const found = world.pictures.get(name)
  if (!found) return void response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(found)
}
