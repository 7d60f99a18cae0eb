// Comments in bursts: people write below posts in the simulator of social networks, a moderator says in the console what each is, and it is looked what
// became of them. How long it takes, what it costs, and every way in which what was written and what is there differ. Called by npm run bench -- --comments.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { networkNames } from '../../local/networks/receiver.ts'
import { nameIn } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { connectAll } from '../channels/on-this-machine.ts'
import { signInLinks } from '../demo.ts'
import type { LocalRegion } from '../local-region.ts'
import { quantile } from '../replay/report.ts'
import { open, type Page, send } from '../visitor.ts'
import type { Capacity } from './capacity-proxy.ts'
import { bill, type BillLine, reading, subtract, type Used } from './life.ts'

/** Written at once. */
const BURST = 50
/** One in so many is a problem: the others are what most comments are. */
const PROBLEM = 4
const others = ['thanks', 'off topic', 'spam'] as const
type Screened = 'problem' | (typeof others)[number]

/** The middle and the slowest of twenty (ms). */
type Times = readonly [p50: number, p95: number]

export interface Commented {
  readonly written: number
  readonly cases: number
  /** From a network's call to our reply. */
  readonly heardMs: Times
  /** From the first comment until all wait for a moderator (s). */
  readonly waitSeconds: number
  /** From a moderator's press to the next list. */
  readonly screenedMs: Times
  /** Of one comment that becomes no case, and of one that does: until whoever is responsible is told. */
  readonly noCase: readonly BillLine[]
  readonly toCase: readonly BillLine[]
  readonly differences: readonly string[]
}

/** @param texts what people write, each once */
export async function commentInBursts(
  local: LocalRegion,
  region: Region,
  capacity: Capacity,
  texts: readonly string[],
): Promise<Commented> {
  const { engine } = local
  await connectAll(region.code, engine.endpoints['AWS_ENDPOINT_URL_SQS']!, engine.apiUrl)
  const moderator = await signIn(local, region)
  const used = async <T>(requests: (came: T) => number, work: () => Promise<T>): Promise<[T, Used]> => {
    const before = reading(local, capacity, 0, 'comments')
    const came = await work()
    await engine.idle()
    return [came, subtract(reading(local, capacity, requests(came), 'comments'), before) as Used]
  }
  // The first of each network brings its post along.
  await writeAll(local, ['Первый.', 'Второй.', 'Третий.'])
  await screenAll(moderator, ['spam', 'spam', 'spam'])

  const began = performance.now()
  const [heard, ofHearing] = await used(
    (all) => all.length,
    () => writeAll(local, texts),
  )
  const waitSeconds = (performance.now() - began) / 1000
  const problems = Math.floor(texts.length / PROBLEM)
  const rest = Array.from({ length: texts.length - problems }, (_, at) => others[at % others.length]!)
  const pressed = (all: readonly number[]) => all.length * 2
  const [left, ofLeaving] = await used(pressed, () => screenAll(moderator, rest))
  const [made, ofMaking] = await used(pressed, () =>
    screenAll(
      moderator,
      Array.from({ length: problems }, () => 'problem'),
    ),
  )

  const each = (all: Used, of: number) => Object.fromEntries(Object.entries(all).map(([name, of1]) => [name, of1 / of]))
  const together = (one: Record<string, number>, other: Record<string, number>) =>
    bill(Object.fromEntries(Object.entries(one).map(([name, amount]) => [name, amount + other[name]!])) as Used)
  const hearing = each(ofHearing, texts.length)
  return {
    written: texts.length,
    cases: problems,
    heardMs: middle(heard),
    waitSeconds,
    screenedMs: middle([...left, ...made]),
    noCase: together(hearing, each(ofLeaving, rest.length)),
    toCase: together(hearing, each(ofMaking, problems)),
    differences: await differences(local, moderator, texts, { ...countOf(rest), problem: problems }),
  }
}

/** @returns how long each network waited for our reply (ms) */
async function writeAll({ engine }: LocalRegion, texts: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (let from = 0; from < texts.length; from += BURST)
    await Promise.all(
      texts.slice(from, from + BURST).map(async (text, index) => {
        const at = from + index
        const network = networkNames[at % networkNames.length]
        const began = performance.now()
        const reply = await fetch(`${engine.networksUrl}/comment`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ network, name: `Житель ${at}`, text }),
        })
        times.push(performance.now() - began)
        if (!reply.ok) throw new Error(`The simulator of networks: ${reply.status} ${await reply.text()}`)
      }),
    )
  await engine.idle()
  return times
}

/** Says of the first that is listed, again and again, what it is. @returns how long each press took (ms) */
async function screenAll(signedIn: Page, as: readonly Screened[]): Promise<number[]> {
  let page = await open(new URL('comments', signedIn.url.replace(/\/?$/, '/')).href, signedIn.cookie)
  const times: number[] = []
  for (const one of as) {
    const began = performance.now()
    page = await send(page, 'name="nonce"', { do: `${one}.0` })
    times.push(performance.now() - began)
    if (page.status !== 200) throw new Error(`The list of comments: ${page.status}`)
  }
  return times
}

async function signIn(local: LocalRegion, region: Region): Promise<Page> {
  const links = await signInLinks(local, region)
  const { link } = links.find(({ role }) => role === 'moderator')!
  return send(await open(link!), 'name="sure-sign-in"', { 'sure-sign-in': 'yes' })
}

/** Each comment is there once, as it was screened; each problem is a case of its own, and there is no other. */
async function differences(
  { document, tableName }: LocalRegion,
  moderator: Page,
  texts: readonly string[],
  screened: Readonly<Record<string, number>>,
): Promise<string[]> {
  const [kept, cases]: [Record<string, unknown>[], Set<string>] = [[], new Set()]
  let from: Record<string, unknown> | undefined
  do {
    const page = await document.send(
      new ScanCommand({ TableName: tableName, ...(from && { ExclusiveStartKey: from }) }),
    )
    for (const item of page.Items ?? []) {
      const [pk, sk] = [String(item['pk']), String(item['sk'])]
      if (pk.startsWith('M#') && sk.startsWith('C#')) kept.push(item)
      if (pk.startsWith('C#') && sk === 'S') cases.add(pk.slice(2))
    }
    from = page.LastEvaluatedKey
  } while (from)
  const found: string[] = []
  const same = (what: string, one: unknown, other: unknown) => {
    const [is, meant] = [one, other].map((value) => JSON.stringify(value))
    if (is !== meant) found.push(`${what}: ${is}, not ${meant}.`)
  }
  const states = countOf(kept.map(({ state }) => String(state)))
  same('comments', sorted({ ...states, spam: (states['spam'] ?? 0) - 3 }), sorted(screened))
  same('cases of comments', new Set(kept.flatMap(({ caseId }) => (caseId ? [caseId] : []))).size, screened['problem'])
  same('cases', cases.size, screened['problem'])
  const { html } = await open(new URL('comments', moderator.url.replace(/\/?$/, '/')).href, moderator.cookie)
  same('still listed', html.split('<article').length - 1, 0)
  same('written', new Set(texts).size, texts.length)
  return found
}

function countOf(all: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

function middle(values: readonly number[]): Times {
  const ordered = values.toSorted((one, other) => one - other)
  return [Number(quantile(ordered, 0.5)), Number(quantile(ordered, 0.95))]
}

/** Problems as people of a region write them, invented: each with a place and a number of its own. */
export function inventComments({ municipalities, topics }: Region, count: number): string[] {
  const said = topics.filter(({ keywords }) => keywords.length > 0)
  return Array.from({ length: count }, (_, at) => {
    const [town, topic] = [municipalities[at % municipalities.length]!, said[at % said.length]!]
    return `${nameIn(town.name, 'ru')}, улица Садовая, дом ${at + 1}: ${topic.keywords[0]}.`
  })
}
