// What each function may read and write of the table, partition by partition, as the template says it: C# cases, D# counters of clocks, F# of cases, R# their sums by month,
// I# idempotency keys, L# links, A# addresses that were written to or want no mails, P# persons, S# the secret by which they are found, G# the
// region's calendar, K# integrators' keys, T# those to try with, O# codes that were mailed, W# sessions of who typed theirs, Y# wishes to sign in to the console, U# sessions there, Q# what is published,
// H# webhooks to be posted, X# where they go, J# the audit, Z# the cases with a word, N# what is heard in social networks, M# comments, V# official pages.
import { describe, expect, it } from 'vitest'
import { functionNames } from '../../lib/bundle.ts'
import { lookAt, stackOf, withAll } from './synthesize.ts'

const look = lookAt(stackOf('95', withAll))
const table = look.one('AWS::DynamoDB::Table').id
const work = { GetItem: 'C#*', Query: 'C#* G#*', PutItem: 'C#*' }
const page = { ...work, GetItem: 'C#* L#*' }
const official = { ...page, GetItem: 'C#* L#* O#* W#*', PutItem: 'C#* W#*', UpdateItem: 'O#*' }
const erasing = { ...page, PutItem: 'C#* P#* Q#*' }
const intake = { GetItem: 'C#* I#* S#* A#*', Query: 'C#* G#*', PutItem: 'C#* I#* L#* P#* S#*' }

const expected: Readonly<Record<(typeof functionNames)[number], Record<string, string>>> = {
  api: {
    ...intake,
    GetItem: 'C#* I#* S#* A#* K#* T#* E#*',
    Query: 'C#* G#* D#* F#* R#* E#*',
    UpdateItem: 'K#* T#*',
    BatchGetItem: 'C#*',
    'Query of listing': 'open* ended*',
  },
  open311: {
    ...intake,
    GetItem: 'C#* I#* S#* A#* K#* T#* E#*',
    Query: 'C#* G#* E#*',
    UpdateItem: 'K#* T#*',
    BatchGetItem: 'C#*',
    'Query of listing': 'open* ended*',
  },
  report: { ...intake, 'Query of nearby': 'cell#*' },
  respond: { ...official, PutItem: 'C#* W#* J#*', 'Query of worklists': 'organisation#*' },
  track: { ...erasing, Query: 'C#* G#* P#*', GetItem: 'C#* L#* S#*', PutItem: 'C#* P#* Q#* A#* S#*' },
  review: { ...official, PutItem: 'C#* P#* W#* Q#* J#*' },
  publish: { GetItem: 'Q#* S#*', Query: 'G#* F#* R#* Q#*', PutItem: 'S#*' },
  passkey: { GetItem: 'Y#* U#* S#*', Query: 'G#* U#*', PutItem: 'Y#* U#* S#* J#*', UpdateItem: 'Y#*' },
  signin: { GetItem: 'Y#* U#* S#*', Query: 'G#*', PutItem: 'Y#* U#* S#*', UpdateItem: 'Y#*' },
  console: {
    GetItem: 'U#* I#* S#*',
    Query: 'C#* G#* U#* P#* Z#*',
    BatchGetItem: 'C#*',
    PutItem: 'C#* U#* S#* J#*',
    UpdateItem: 'U#*',
    'Query of worklists': 'organisation#* triage moderation review extension returned comments',
    'Query of listing': 'ended*',
  },
  figures: {
    GetItem: 'U#*',
    Query: 'G#* D#* F#* R#* V#*',
    BatchGetItem: 'V#*',
    PutItem: 'U#* J#*',
    'Query of worklists': 'organisation#* triage moderation review pages',
  },
  admin: {
    GetItem: 'U#* K#* T#*',
    Query: 'G#* J#* K#*',
    PutItem: 'U#* J#* K#* T#* G#model*',
    UpdateItem: 'K#* T#* G#model*',
  },
  desk: { ...work, GetItem: 'C#* U#*', PutItem: 'C#* P#* Q#* U#* J#*' },
  acts: {
    ...work,
    GetItem: 'C#* U#*',
    Query: 'C#* G#* Z#*',
    PutItem: 'C#* U#* J#*',
    'Query of nearby': 'cell#*',
    'Query of worklists': 'organisation#* triage review',
  },
  call: {
    GetItem: 'C#* I#* S#* A#* U#* M#* V#*',
    Query: 'C#* G#* P#* M#*',
    BatchGetItem: 'M#*',
    PutItem: 'C#* I#* L#* P#* S#* U#* J#* V#*',
    UpdateItem: 'M#* V#*',
    'Query of worklists': 'comments',
  },
  directory: {
    GetItem: 'C#* U#*',
    Query: 'C#* G#*',
    PutItem: 'C#* U#* G#* J#*',
    UpdateItem: 'G#*',
    'Query of worklists': 'organisation#*',
  },
  imports: {
    GetItem: 'C#* I#* S#* A#* U#* B#*',
    Query: 'C#* G#* B#*',
    BatchGetItem: 'C#* B#*',
    PutItem: 'C#* I#* L#* P#* S#* U#* J#* B#*',
  },
  bulk: { ...work, GetItem: 'C#* U#*', PutItem: 'C#* U#* J#*' },
  dispatch: {},
  route: work,
  notify: {
    Query: 'C#* G#* P#*',
    GetItem: 'C#* S#* A#* Y#* V#*',
    PutItem: 'C#* L#* S#* O#* Y#* V#*',
    UpdateItem: 'C#* A#* O#* H#* Y#* V#*',
  },
  record: {
    BatchGetItem: 'C#*',
    Query: 'C#* G#*',
    GetItem: 'C#* E#* H#* S#*',
    PutItem: 'C#* E#* H#* S#*',
    UpdateItem: 'D#* F#* R#*',
    BatchWriteItem: 'Z#*',
  },
  tick: work,
  bounce: work,
  sweep: { ...work, BatchGetItem: 'C#*', UpdateItem: 'C#*', 'Query of checks': 'OPEN' },
  digest: { UpdateItem: 'C#* H#*', 'Query of checks': 'WAITING DELIVERY' },
  deliver: { GetItem: 'X#*', UpdateItem: 'X#* H#*', PutItem: 'H#*' },
  photos: official,
  redraw: work,
  inbox: { ...intake, UpdateItem: 'A#*' },
  listen: { Query: 'G#*', PutItem: 'N#*' },
  hear: {
    GetItem: 'C#* I#* S#* A#* N#* M#* V#*',
    Query: 'C#* G#* N#*',
    BatchGetItem: 'N#* M#*',
    PutItem: 'C#* I#* L#* P#* S#* N#* M#* V#*',
    UpdateItem: 'A#* N#* M#* V#*',
  },
  canary: { GetItem: 'T#*', PutItem: 'T#*' },
  learn: {
    GetItem: 'S#*',
    Query: 'C#* G#*',
    PutItem: 'S#* G#model*',
    UpdateItem: 'G#model*',
    'Query of listing': 'ended*',
  },
  rollup: { Query: 'D#* F#* R#*', PutItem: 'R#*', UpdateItem: 'R#*' },
}

/** What a function may do with the table: the patterns of the partitions, by action. */
function rightsOf(name: string): Record<string, string> {
  const part = name[0]!.toUpperCase() + name.slice(1)
  const onTable = look
    .allowed(look.lambda(part))
    .filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')))
    .filter(({ resources }) => !resources.some((one) => one.includes('StreamArn') || one === '"*"'))
  const entries = onTable.flatMap(({ actions, resources, condition }) => {
    expect(Object.keys(condition as object)).toEqual(['ForAllValues:StringLike'])
    const { 'ForAllValues:StringLike': like } = condition as Record<string, Record<string, string | string[]>>
    expect(Object.keys(like!)).toEqual(['dynamodb:LeadingKeys'])
    const where = resources.map((one) => /\/index\/(\w+)/.exec(one)?.[1])
    for (const one of resources) expect(one).toContain(table)
    return actions.flatMap((action) =>
      where.map(
        (of) =>
          [
            action.replace('dynamodb:', '') + (of ? ` of ${of}` : ''),
            [like!['dynamodb:LeadingKeys']].flat().join(' '),
          ] as const,
      ),
    )
  })
  expect(new Set(entries.map(([what]) => what)).size).toBe(entries.length)
  return Object.fromEntries(entries)
}

describe('the table', () => {
  it.each(functionNames)('gives %s no partition but those of its work', (name) => {
    expect(rightsOf(name)).toEqual(expected[name])
  })
})
