// The audit: who saw a citizen's data, who searched for a person, who changed what. Entries of a day (UTC) lie together and are only added;
// they name officials and cases, and nothing of a citizen. Called by the functions of the console, by pages behind a link that show a
// citizen's contacts, and by the page that searches them.
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { plusDays } from '../calendar/dates.ts'
import { letters, type Random } from '../case/ids.ts'
import { ttlAfter } from './expiry.ts'
import { auditKeys, table } from './table.ts'
import type { Item } from './writes.ts'

/** What is noted. */
export const auditActs = [
  'case seen',
  'photo seen',
  'contact opened',
  'person searched',
  'cases searched',
  'case changed',
  'comment screened',
  'list taken',
  'figures taken',
  'table read',
  'table imported',
  'table given back',
  'key made',
  'key rotated',
  'key revoked',
  'sessions ended',
  'passkey added',
  'passkey removed',
  'passkey not risen',
  'directory changed',
  'model changed',
  'audit searched',
  'refused',
] as const
export type AuditAct = (typeof auditActs)[number]

export interface AuditEntry {
  /** ISO, UTC. */
  readonly at: string
  /** The contact of the directory who did it. */
  readonly who: string
  readonly what: AuditAct
  readonly caseId?: string
  /** What else tells it apart, in a few words: a command, a list with its filters, the id of a key. Nothing of a citizen. */
  readonly about?: string
}

/** Until when an entry is kept (days), and what tells entries of one instant apart. */
interface Keeping {
  readonly keptDays: number
  readonly random: Random
}

/** An entry as it is stored: in a transaction it is written if what it says is done, and only then. */
export function auditItem(entry: AuditEntry, { keptDays, random }: Keeping): Item {
  return { ...auditKeys.entry(entry.at, letters(10, random)), ...entry, ttl: ttlAfter(entry.at, keptDays) }
}

/** Adds an entry; none is ever written over. @throws whatever the table throws: what is not noted is not to be done */
export async function noteInAudit(tableName: string, entry: AuditEntry, keeping: Keeping): Promise<void> {
  const Item = auditItem(entry, keeping)
  await table.send(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
}

export interface AuditQuestion {
  readonly who?: string | undefined
  readonly what?: AuditAct | undefined
  readonly caseId?: string | undefined
  /** Instants (ISO, UTC): the first is meant, the second is not. */
  readonly from: string
  readonly to: string
  readonly order: 'newest first' | 'oldest first'
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** Where the next page begins. A page may be short, even empty, and have one. */
  readonly next?: string
}

/** Days, or megabytes of a day, that a page looks through for what is meant. */
const MOST_QUERIES = 100

/** A page of the entries that are meant. What it reads is bounded. @param after the place of the last entry before it */
export async function auditPage(
  tableName: string,
  question: AuditQuestion & { readonly limit: number; readonly after?: string | undefined },
): Promise<AuditPage> {
  const { limit, order } = question
  const [first, last] = [dayOf(question.from), dayOf(question.to)]
  const step = order === 'newest first' ? -1 : 1
  const found: { sk: string; entry: AuditEntry }[] = []
  let place = question.after ?? (step < 0 ? last : first)
  for (let queries = 0; queries < MOST_QUERIES; queries += 1) {
    const day = dayOf(place)
    if (day < first || day > last) return { entries: found.map(({ entry }) => entry) }
    const { items, leftAt } = await dayPage(tableName, question, place)
    found.push(...items)
    if (found.length > limit) {
      const shown = found.slice(0, limit)
      return { entries: shown.map(({ entry }) => entry), next: shown.at(-1)!.sk }
    }
    place = leftAt ?? plusDays(day, step)
  }
  return { entries: found.map(({ entry }) => entry), next: place }
}

/** What is meant of a day, from a place on: the day itself, or an entry of it. */
async function dayPage(tableName: string, question: AuditQuestion, place: string) {
  const { who, what, caseId, from, to, order } = question
  const day = dayOf(place)
  const wanted = Object.entries({ who, what, caseId }).filter(([, value]) => value !== undefined)
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ...{ ':pk': auditKeys.entry(day, '').pk, ':from': from, ':to': to },
        ...Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])),
      },
      ...(wanted.length > 0 && {
        FilterExpression: wanted.map(([name]) => `#${name} = :${name}`).join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(wanted.map(([name]) => [`#${name}`, name])),
      }),
      ScanIndexForward: order === 'oldest first',
      ...(place !== day && { ExclusiveStartKey: auditKeys.entryAt(place) }),
    }),
  )
  const items = Items.map(({ pk: _, sk, ttl: _ttl, ...entry }) => ({
    sk: String(sk),
    entry: entry as unknown as AuditEntry,
  }))
  return { items, leftAt: LastEvaluatedKey && String(LastEvaluatedKey['sk']) }
}

/** The day (UTC) of an instant, an entry's place or itself. */
function dayOf(place: string): string {
  return place.slice(0, 10)
}
