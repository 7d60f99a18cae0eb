// The HTTP stack as API Gateway calls it: whole replies, also of what fails, and requests as handlers get them.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { refreshRegion } from '../../functions/edge/refresh.ts'
import { byMethod } from '../../functions/edge/by-method.ts'
import { html, http, json, type Reply, type Request } from '../../functions/edge/http.ts'
import { Problem } from '../../functions/edge/problem.ts'
import { scriptHashes } from '../../functions/edge/script-hashes.ts'
import type { Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import { at, catchLog, httpEvent, lambdaContext } from './events.ts'

const deployed = vi.hoisted(() => ({ region: undefined as Region | undefined }))
vi.mock('../../functions/edge/environment.ts', () => ({ deployedRegion: () => deployed.region }))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: vi.fn(() => Promise.resolve()) }))

/** Written out: a header that goes missing, or changes, is to be seen. */
const protection = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src ${Object.values(scriptHashes).join(' ')}; style-src 'unsafe-inline'; img-src 'self' data:`,
  'Permissions-Policy': 'geolocation=()',
  'Referrer-Policy': 'no-referrer',
  'Request-Id': 'request-1',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
}
const asJson = { 'Content-Type': 'application/json; charset=utf-8' }
const asProblem = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': 'ru' }
const soon = { 'Retry-After': '5' }
const asPage = { 'Content-Type': 'text/html; charset=utf-8' }

let logged: ReturnType<typeof catchLog>
beforeEach(() => {
  vi.restoreAllMocks()
  vi.mocked(refreshRegion).mockReset().mockResolvedValue()
  logged = catchLog()
  deployed.region = { ...littleRegion(), languages: ['ru', 'en'] }
})

const readTime = () => at
const call = (
  handle: (request: Request) => Promise<Reply>,
  event = httpEvent(),
  context = lambdaContext(),
  render?: (problem: Problem, request: Request) => Reply,
) => http(handle, render, { readTime })(event, context)
const failing = (error: Error) => () => Promise.reject(error)

/** The request that a handler gets for an event. */
async function requestFor(event: Parameters<typeof httpEvent>[0], requestContext?: object): Promise<Request> {
  let seen: Request | undefined
  await call(
    (request) => {
      seen = request
      return Promise.resolve(json(200, {}))
    },
    httpEvent(event, requestContext),
  )
  return seen!
}

describe('a method', () => {
  const said = (status: number) => () => Promise.resolve(html(status, 'body'))
  const both = byMethod({ GET: said(200), POST: said(201) })
  const ask = (httpMethod: string, handle = both) => call(handle, httpEvent({ httpMethod }))

  it('is answered by its own handler, HEAD as GET without a body', async () => {
    const [get, head, post] = [await ask('GET'), await ask('HEAD'), await ask('POST')]
    expect(get).toEqual({ statusCode: 200, headers: { ...protection, ...asPage }, body: 'body' })
    expect(head).toEqual({ ...get, body: '' })
    expect(post).toEqual({ ...get, statusCode: 201 })
  })

  it.each([
    ['PUT', both, 'GET, HEAD, POST'],
    ['OPTIONS', both, 'GET, HEAD, POST'],
    ['POST', byMethod({ GET: said(200) }), 'GET, HEAD'],
    ['GET', byMethod({ POST: said(200) }), 'POST'],
    ['HEAD', byMethod({ POST: said(200) }), 'POST'],
  ])('%s that an address does not know is told which it does', async (method, handle, allowed) => {
    const { statusCode, headers, body } = await ask(method, handle)
    expect([statusCode, headers!['Allow']]).toEqual([405, allowed])
    if (method !== 'HEAD') expect(JSON.parse(body)).toMatchObject({ code: 'method-not-allowed', detail: allowed })
  })
})

describe('a reply', () => {
  it('carries every header that protects it, and its own', async () => {
    expect(await call(() => Promise.resolve(json(201, { id: 1 }, { Location: '/v1/cases/1' })))).toEqual({
      statusCode: 201,
      headers: { ...protection, ...asJson, Location: '/v1/cases/1' },
      body: '{"id":1}',
    })
  })

  it('that names what went wrong carries them too, and is a problem for machines in their language', async () => {
    const errors = [{ pointer: '/text', code: 'too_small', detail: 'Too small' }]
    const problem = new Problem(422, 'invalid', 'Check the fields.', errors, { 'Retry-After': '5' })
    expect(await call(failing(problem), httpEvent({ headers: { 'Accept-Language': 'en' } }))).toEqual({
      statusCode: 422,
      headers: { ...protection, ...asProblem, 'Content-Language': 'en', 'Retry-After': '5' },
      body: JSON.stringify({
        type: 'urn:otklik:problem:invalid',
        title: 'The data have a mistake',
        status: 422,
        detail: 'Check the fields.',
        code: 'invalid',
        errors,
        requestId: 'request-1',
      }),
    })
    expect(logged()).toEqual([])
  })

  it('to a fault of ours carries them too, and says when to try again, and the id of the request', async () => {
    const reply = await call(failing(new Error('table Cases of zhitel@example.org is gone')))
    expect(reply).toEqual({
      statusCode: 500,
      headers: { ...protection, ...asProblem, ...soon },
      body: JSON.stringify({
        type: 'urn:otklik:problem:internal',
        title: 'Ошибка на нашей стороне',
        status: 500,
        detail: 'Повторите запрос через несколько секунд. С тем же Idempotency-Key он ничего не сделает дважды.',
        code: 'internal',
        requestId: 'request-1',
      }),
    })
    expect(logged()).toEqual([
      {
        message: 'request failed',
        requestId: 'request-1',
        error: 'Error',
        reason: 'table Cases of …@… is gone',
        stack: expect.not.stringContaining('zhitel') as string,
      },
    ])
  })

  it('to what AWS has no room for just now is a 503, to be sent again', async () => {
    const busy = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' })
    const { statusCode, headers, body } = await call(failing(busy))
    expect([statusCode, headers!['Retry-After'], (JSON.parse(body) as { code: string }).code]).toEqual([
      503,
      '5',
      'busy',
    ])
  })

  it('is in English for whoever asks for it, where English is on offer, and in no draft', async () => {
    deployed.region = { ...littleRegion(), languages: ['ru'] }
    const failed = failing(new Problem(404, 'case-unknown', ''))
    const event = () => httpEvent({ headers: { 'Accept-Language': 'ce, en;q=0.5, ru;q=0.3' } })
    const languages = [
      await http(failed, undefined, { readTime, offered: ['en'] })(event(), lambdaContext()),
      await http(failed, undefined, { readTime })(event(), lambdaContext()),
    ].map(({ headers }) => headers!['Content-Language'])
    expect(languages).toEqual(['en', 'ru'])
  })

  it.each([
    [
      'a handler that throws at once',
      () =>
        call(() => {
          throw new TypeError('at once')
        }),
    ],
    ['a thrown text', () => call(failing('a text' as unknown as Error))],
    [
      'a table that does not answer',
      () => {
        vi.mocked(refreshRegion).mockRejectedValue(new Error('no table'))
        return call(() => Promise.resolve(json(200, {})))
      },
    ],
    ['a handler that does not end in time', () => call(() => new Promise(() => {}), httpEvent(), lambdaContext(505))],
  ])('after %s is a whole one', async (_what, failed) => {
    const { statusCode, headers, body } = await failed()
    expect({ statusCode, headers }).toEqual({ statusCode: 500, headers: { ...protection, ...asProblem, ...soon } })
    expect(JSON.parse(body)).toMatchObject({ code: 'internal', requestId: 'request-1' })
  })

  it('is a page where the function serves people', async () => {
    const render = ({ status, code }: Problem, { language, requestId }: Request) =>
      html(status, `${language} ${code} ${requestId}`)
    const accepting = httpEvent({ headers: { accept: 'application/json', 'accept-language': 'en' } })
    expect(await call(failing(new Error('x')), accepting, lambdaContext(), render)).toEqual({
      statusCode: 500,
      headers: { ...protection, ...asPage },
      body: 'en internal request-1',
    })
  })
})

describe('the language', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['en;q=0.3, ru;q=0.7', 'ru'],
    ['ru;q=0.3, en;q=0.7', 'en'],
    ['ce, fr;q=0.9, en;q=0.1', 'en'],
    ['ru;q=0, *', 'en'],
    ['*', 'ru'],
    ['ce, fr', 'ru'],
    ['en;q=0', 'ru'],
    ['', 'ru'],
    [',;q=,=;"', 'ru'],
  ])('for %j is %s', async (wanted, spoken) => {
    expect((await requestFor({ headers: { 'Accept-Language': wanted } })).language).toBe(spoken)
  })

  it.each([
    ['what was chosen on the page', { lang: 'en' }, 'lang=ru', 'en'],
    ['what was chosen before', {}, 'a=1; lang=en; b=2', 'en'],
    ['the header’s where a choice is none of the region’s', { lang: 'ce' }, 'lang=xx', 'ru'],
    ['the header’s where a cookie only looks like it', {}, 'slang=en; lang=english', 'ru'],
  ])('is %s', async (_, queryStringParameters, cookie, spoken) => {
    const headers = { 'Accept-Language': 'ru', Cookie: cookie }
    expect((await requestFor({ headers, queryStringParameters })).language).toBe(spoken)
  })

  it('that was chosen is kept for a year, by a page alone', async () => {
    const choosing = httpEvent({ queryStringParameters: { lang: 'en' } })
    const [page, data, none] = [
      await call(() => Promise.resolve(html(200, '')), choosing),
      await call(() => Promise.resolve(json(200, {})), choosing),
      await call(() => Promise.resolve(html(200, '')), httpEvent({ queryStringParameters: { lang: 'xx' } })),
    ]
    expect([page, data, none].map(({ headers }) => headers!['Set-Cookie'])).toEqual([
      ...['lang=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure', undefined, undefined],
    ])
  })

  it('is the region’s first where nothing is asked, and never one that it does not speak', async () => {
    deployed.region = { ...littleRegion(), languages: ['en', 'ru'] }
    expect((await requestFor({})).language).toBe('en')
    deployed.region = { ...littleRegion(), languages: ['ru'] }
    expect((await requestFor({ headers: { 'Accept-Language': 'en' } })).language).toBe('ru')
  })
})

describe('the address that links begin with', () => {
  const domainName = 'abc123.execute-api.eu-central-1.amazonaws.com'
  const forged = Object.fromEntries(
    ['Host', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Original-Host', 'Forwarded', 'Origin', 'Referer', 'Via'].map(
      (name) => [name, 'evil.example'],
    ),
  )

  it.each([
    ['the API’s behind its stage', {}, `https://${domainName}/v`],
    ['the domain’s where no stage stands in the path', { path: '/t/secret' }, `https://${domainName}`],
    ['the domain’s where a path only begins like the stage', { path: '/visit/secret' }, `https://${domainName}`],
    ['plain on one’s own machine', { domainName: 'localhost:8080', path: '/t/x' }, 'http://localhost:8080'],
    ['plain on 127.0.0.1', { domainName: '127.0.0.1', path: '/t/x' }, 'http://127.0.0.1'],
    [
      'not plain for a name that begins like it',
      { domainName: 'localhost.example', path: '/' },
      'https://localhost.example',
    ],
  ])('is %s', async (_what, requestContext, base) => {
    expect(
      (await requestFor({ headers: forged, multiValueHeaders: { Host: ['evil.example'] } }, requestContext)).base,
    ).toBe(base)
  })

  it('is the region’s own where its file gives one', async () => {
    const region = littleRegion()
    deployed.region = { ...region, web: { ...region.web, publicUrl: 'https://otklik.example/' } }
    expect((await requestFor({ headers: forged })).base).toBe('https://otklik.example')
  })
})

describe('a request', () => {
  it('is given to the handler as it was sent', async () => {
    const event = {
      httpMethod: 'POST',
      headers: { 'Content-TYPE': 'application/json', 'Idempotency-Key': 'k' },
      pathParameters: { token: 'secret' },
      queryStringParameters: { done: 'registered' },
      body: Buffer.from('{"text":"Яма"}').toString('base64'),
      isBase64Encoded: true,
    }
    const request = await requestFor(event)
    expect({ ...request, headers: { ...request.headers } }).toEqual({
      method: 'POST',
      resource: '/t/{token}',
      path: '/t/secret',
      params: { token: 'secret' },
      query: { done: 'registered' },
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
      body: '{"text":"Яма"}',
      bytes: Buffer.from('{"text":"Яма"}'),
      base: 'https://abc123.execute-api.eu-central-1.amazonaws.com/v',
      language: 'ru',
      at,
      requestId: 'request-1',
    })
    expect(vi.mocked(refreshRegion).mock.calls).toEqual([[at]])
  })

  it.each([
    ['no headers', { headers: null, multiValueHeaders: null }, ''],
    ['no headers at all', { headers: undefined, multiValueHeaders: undefined }, ''],
    ['headers named like members of objects', { headers: { __proto__: 'x', constructor: 'y', '': 'z' } }, ''],
    ['a body that is not what it claims', { body: '%%%', isBase64Encoded: true }, ''],
    ['a body of broken characters', { body: Buffer.from([0xff]).toString('base64'), isBase64Encoded: true }, '\uFFFD'],
  ])('with %s is a request all the same', async (_what, event, body) => {
    const { params, query, headers, language, ...request } = await requestFor(event)
    expect({ params, query, language, body: request.body }).toEqual({ params: {}, query: {}, language: 'ru', body })
    expect(headers['accept-language']).toBeUndefined()
  })
})
