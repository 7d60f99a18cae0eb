// How long the console's search takes while very many cases can be found: a table is filled with cases and their words, and the pages of
// the search are made as for an operator who is signed in. Called by npm run bench -- --search.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { bundleFunctions } from '../../lib/bundle.ts'
import type { CommandOf } from '../../functions/case/commands.ts'
import { startTableEngine } from '../../local/dynamo.ts'
import type { Region } from '../../regions/schema.ts'
import { inParallel } from '../in-parallel.ts'
import { createTable } from '../create-table.ts'
import { reachTable } from '../region-table.ts'
import { progress } from '../replay/progress.ts'
import { quantile } from '../replay/report.ts'

const TABLE = 'Search'
const START_AT = '2026-03-02T07:00:00Z'
const HANDS = 8
/** Items of one write. */
const MANY = 25
const CASES_A_DAY = 100
const REPEATS = 30
const PHONE = '+7 928 111-22-33'

/** Stems that every so many cases have; the words of one number are its own. */
const words = { каждый: 1, второй: 2, десятый: 10, тысячный: 1_000 } as const
/** Of the others only the words lie in the table: no search comes to them, and they would take an hour to be written. */
const isWhole = (index: number, cases: number) => index < 2_000 || index % 1_000 === 0 || index === cases - 1

export interface SearchTime {
  readonly what: string
  /** Cases on the first page. */
  readonly found: number
  readonly p50Ms: number
  readonly p95Ms: number
}

/** @param cases that can be found */
export async function measureSearch(dataDir: string, region: Region, cases: number): Promise<SearchTime[]> {
  const engine = await startTableEngine(dataDir)
  reachTable(engine.url)
  process.env['TABLE_NAME'] = TABLE
  await createTable(TABLE)
  await fill(region, cases)
  const asked: Readonly<Record<string, string>> = {
    'a word of one case': `номер${cases - 1}`,
    'a word of one in a thousand': 'тысячный',
    'a word of every tenth': 'десятый',
    'a word of every case': 'каждый',
    'two common words': 'второй десятый',
    'a common word and a rare one': `каждый номер${cases / 2}`,
    'words that no case has together': `номер${cases / 2} номер${cases / 2 + 1}`,
    'a number compared with each text': 'каждый номер7',
    'a telephone': PHONE,
    'a number': numberOf(region, cases - 1),
  }
  const ask = await operatorOf(region)
  const times: SearchTime[] = []
  for (const [what, q] of Object.entries(asked)) times.push(await timed(ask, what, q))
  await engine.stop()
  return times
}

type Ask = (method: 'GET' | 'POST', query: Record<string, string>, fields?: Record<string, string>) => Promise<Answer>

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** From the form that is sent to the page with what was found. */
async function timed(ask: Ask, what: string, q: string): Promise<SearchTime> {
  const times: number[] = []
  let found = 0
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const started = performance.now()
    const { statusCode, headers } = await ask('POST', {}, { q })
    if (statusCode !== 303) throw new Error(`${what}: ${statusCode}`)
    const s = new URL(headers['Location']!).searchParams.get('s')
    const page = s ? await ask('GET', { s }) : undefined
    times.push(performance.now() - started)
    found = page ? (page.body.match(/<th scope="row"/g)?.length ?? 0) : 1
  }
  const inOrder = times.toSorted((a, b) => a - b)
  return { what, found, p50Ms: Number(quantile(inOrder, 0.5)), p95Ms: Number(quantile(inOrder, 0.95)) }
}

/** The console as it is bundled, asked as an operator who is signed in. */
async function operatorOf(region: Region): Promise<Ask> {
  const { sessionItem } = await import('../../functions/store/staff-sessions.ts')
  const { table } = await import('../../functions/store/table.ts')
  const { addressOf, formToken } = await import('../../functions/edge/session.ts')
  const { hashOf, newSecret } = await import('../../functions/links/token.ts')
  const { staffMember } = await import('../../functions/case/staff.ts')
  const staff = staffMember(region, region.operators[0]!.id)!
  const secret = newSecret(randomBytes)
  const [contact, at] = [staff.contact.id, new Date().toISOString()]
  const session = { contact, hash: hashOf(secret), address: addressOf(staff), device: 'bench', at }
  await table.send(new PutCommand({ TableName: TABLE, Item: sessionItem(session) }))
  const bundle = join((await bundleFunctions())('console', region), 'index.mjs')
  const { handler } = (await import(bundle)) as { handler: (event: object, context: object) => Promise<Answer> }
  return (httpMethod, queryStringParameters, fields) => {
    const headers = {
      Cookie: `console=${contact}.${secret}`,
      ...(fields && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    }
    const body = fields && new URLSearchParams({ token: formToken(secret), ...fields }).toString()
    const pathParameters = { proxy: 'search' }
    const requestContext = {
      requestId: 'bench',
      domainName: 'otklik.example',
      path: '/live/console/search',
      stage: 'live',
    }
    const asked = { httpMethod, resource: '/console/{proxy+}', path: '/console/search', pathParameters, requestContext }
    return handler({ ...asked, headers, queryStringParameters, body: body ?? null }, {})
  }
}

async function fill(region: Region, cases: number): Promise<void> {
  const { table } = await import('../../functions/store/table.ts')
  const { decide } = await import('../../functions/case/decide.ts')
  const { newCase } = await import('../../functions/store/load.ts')
  const { writesOf } = await import('../../functions/store/writes.ts')
  const { wordHashes } = await import('../../functions/store/word-index.ts')
  const { personHashes } = await import('../../functions/store/persons.ts')
  const { keys, searchKeys } = await import('../../functions/store/table.ts')
  const { ttlAfter } = await import('../../functions/store/expiry.ts')
  const { stemsOf, isIndexed } = await import('../../functions/language/terms.ts')
  const ttl = ttlAfter(START_AT, region.retention.personalDataDays)
  const [person] = await personHashes(TABLE, { phone: PHONE })
  const itemsOf = async (index: number): Promise<object[]> => {
    const caseId = numberOf(region, index)
    const common = Object.entries(words).flatMap(([word, every]) => (index % every === 0 ? [word] : []))
    const text = [...common, `номер${index}`].join(' ')
    const stems = [...stemsOf(text)].filter(isIndexed)
    const hashes = await wordHashes(TABLE, stems)
    const found = hashes.map((hash) => ({ ...searchKeys.word(hash, caseId), ttl }))
    if (!isWhole(index, cases)) return found
    const stored = newCase(caseId)
    const submit: CommandOf<'Submit'> = {
      type: 'Submit',
      by: { role: 'citizen' },
      messageId: 'M1',
      channel: 'form',
      regime: 'message',
      language: 'ru',
      reach: 'none',
      municipality: region.municipalities[index % region.municipalities.length]!.id,
    }
    const decision = decide(stored.state, submit, START_AT, region)
    if ('refused' in decision) throw new Error(decision.refused)
    const { writes } = writesOf(TABLE, { stored, events: decision.events, textDays: 30 })
    return [
      ...writes.flatMap(({ write }): object[] => (write.Put?.Item ? [write.Put.Item as object] : [])),
      { ...keys.personal(caseId, 'M1'), messageId: 'M1', text, ...(index < 3 && { author: { phone: PHONE } }), ttl },
      ...(index < 3 ? [{ ...keys.person(person!, caseId), ttl }] : []),
      ...found,
    ]
  }
  const bar = progress('cases', cases)
  const chunks = Array.from({ length: Math.ceil(cases / MANY) }, (_, at) => at * MANY)
  await inParallel(chunks, HANDS, async (from) => {
    const indexes = Array.from({ length: Math.min(MANY, cases - from) }, (_, at) => from + at)
    const items = (await Promise.all(indexes.map(itemsOf))).flat()
    for (let at = 0; at < items.length; at += MANY) {
      const puts = items.slice(at, at + MANY).map((Item) => ({ PutRequest: { Item: Item as Record<string, unknown> } }))
      await table.send(new BatchWriteCommand({ RequestItems: { [TABLE]: puts } }))
    }
    for (const _ of indexes) bar.step()
  })
  bar.stop()
}

/** A hundred a day, back from the day of the start. */
function numberOf({ code }: Region, index: number): string {
  const day = new Date(Date.parse(START_AT) - Math.floor(index / CASES_A_DAY) * 86_400_000).toISOString().slice(2, 10)
  return `${code}-${day.replaceAll('-', '')}-${String(index % 100_000).padStart(5, '0')}`
}
