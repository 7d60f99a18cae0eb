// The audit: entries are only added, none is lost between pages in either direction, whatever stands at one instant or is asked for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AuditEntry, type AuditQuestion, auditItem, auditPage, noteInAudit } from '../../functions/store/audit.ts'
import { startTable, type TestTable } from './a-table.ts'

const keptDays = 1095
let drawn = 0
const random = (bytes: number) => {
  drawn += 1
  return Uint8Array.from({ length: bytes }, (_, at) => (drawn >> (at * 5)) & 31)
}
const keeping = { keptDays, random }
const instant = '2026-03-02T09:00:00.000Z'
const seven = Array.from({ length: 7 }, (_, index): AuditEntry => ({
  ...{ at: instant, who: index % 2 ? 'anna' : 'boris', what: 'case seen' },
  caseId: `95-260302-0000${index}`,
}))
const others: readonly AuditEntry[] = [
  { at: '2026-02-27T23:59:59.999Z', who: 'anna', what: 'list taken', about: 'queue?list=open, 12' },
  { at: '2026-03-02T08:59:59.999Z', who: 'anna', what: 'case changed', caseId: '95-260302-00001', about: 'Assign' },
  { at: '2026-03-04T00:00:00.000Z', who: 'boris', what: 'key made', about: 'abc123' },
]

let at: TestTable
beforeAll(async () => {
  at = await startTable()
  for (const entry of [...seven, ...others]) await noteInAudit(at.tableName, entry, keeping)
})
afterAll(() => at.end())

/** Everything that is meant, page by page. */
async function all(question: Partial<AuditQuestion>, limit: number): Promise<AuditEntry[]> {
  const asked = { from: '2026-02-01', to: '2026-04-01', order: 'newest first', ...question } as const
  const entries: AuditEntry[] = []
  let after: string | undefined
  do {
    const page = await auditPage(at.tableName, { ...asked, limit, after })
    expect(page.entries.length).toBeLessThanOrEqual(limit)
    entries.push(...page.entries)
    after = page.next
  } while (after)
  return entries
}
const named = (entries: readonly AuditEntry[]) => entries.map(({ caseId, about }) => caseId ?? about).toSorted()

describe('seven entries of one instant, three a page', () => {
  it.each(['newest first', 'oldest first'] as const)('B10 are all found once, %s', async (order) => {
    const within = { from: instant, to: '2026-03-02T09:00:00.001Z', order }
    expect(named(await all(within, 3))).toEqual(named(seven))
    expect(await all({ order }, 3)).toEqual(await all({ order }, 100))
    const instants = (await all({ order }, 3)).map((one) => one.at)
    expect(instants).toEqual(order === 'oldest first' ? instants.toSorted() : instants.toSorted().reverse())
  })
})

describe('a question', () => {
  it.each([
    ['of a person', { who: 'anna' }, ({ who }: AuditEntry) => who === 'anna'],
    ['of a case', { caseId: '95-260302-00001' }, ({ caseId }: AuditEntry) => caseId === '95-260302-00001'],
    ['of an act', { what: 'key made' }, ({ what }: AuditEntry) => what === 'key made'],
    [
      'of two of these',
      { who: 'boris', what: 'case seen' },
      ({ who, what }: AuditEntry) => who === 'boris' && what === 'case seen',
    ],
    ['of a period', { from: '2026-03-03', to: '2026-03-05' }, ({ at: when }: AuditEntry) => when > '2026-03-03'],
  ] as const)('%s finds what is meant and nothing else', async (_, question, isMeant) => {
    const found = await all(question, 2)
    expect(named(found)).toEqual(named([...seven, ...others].filter(isMeant)))
    expect(found.length).toBeGreaterThan(0)
  })

  it('reads a bounded number of days: an empty year takes several pages, and ends', async () => {
    const pages: number[] = []
    let after: string | undefined
    do {
      const asked = { from: '2024-01-01', to: '2024-12-31T23:59:59.999Z', order: 'newest first', limit: 50 } as const
      const page = await auditPage(at.tableName, { ...asked, after })
      pages.push(page.entries.length)
      after = page.next
    } while (after)
    expect(pages).toEqual([0, 0, 0, 0])
  })
})

describe('an entry', () => {
  it('is never written over: one that has the place of another is an error', async () => {
    const same = { keptDays, random: (bytes: number) => new Uint8Array(bytes).fill(9) }
    const first: AuditEntry = {
      at: '2026-05-01T00:00:00.000Z',
      who: 'anna',
      what: 'case seen',
      caseId: '95-260302-00001',
    }
    await noteInAudit(at.tableName, first, same)
    await expect(noteInAudit(at.tableName, { ...first, who: 'boris' }, same)).rejects.toThrow('conditional')
    const { pk, sk } = auditItem(first, same)
    expect(await at.get({ pk, sk })).toMatchObject({ who: 'anna' })
  })

  it('is kept as long as the region says', () => {
    const { ttl } = auditItem(seven[0]!, keeping)
    expect(ttl).toBe(Math.floor(Date.parse('2029-03-01T09:00:00Z') / 1000))
  })
})
