// A message becomes a case, once: the case, its first event, the author's data, the citizen's link and the idempotency
// key are one transaction. Used by every door a message can come through.
import { createHash } from 'node:crypto'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Actor } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import type { Dialog } from '../case/case-file.ts'
import type { Command, RefusalCode } from '../case/commands.ts'
import { decide } from '../case/decide.ts'
import type { SourceFacts } from '../case/source.ts'
import { letters, newCaseId, type Random } from '../case/ids.ts'
import { localDate } from '../calendar/dates.ts'
import type { Message } from '../contract/message.ts'
import { issueLink } from '../links/links.ts'
import type { Region } from '../../regions/schema.ts'
import { linkItem } from '../store/links.ts'
import { appendTogether } from '../store/append.ts'
import { loadCase, newCase } from '../store/load.ts'
import { addressHash, personHashes, personItem } from '../store/persons.ts'
import { isUnwanted } from '../store/unwanted.ts'
import { writeIfHolds } from '../store/write-if.ts'
import type { CaseWrite, Item } from '../store/writes.ts'
import { ifFree, textDaysOf, ttlAfter } from '../store/expiry.ts'
import { integratorKeys, keys, table } from '../store/table.ts'
import { joining } from './cluster.ts'
import { externalKey } from './external-id.ts'

/** How long a request may come again. */
export const IDEMPOTENCY_DAYS = 3
const ONCE_DAYS = 1 / 24
const ATTEMPTS = 4

export interface Submission {
  readonly tableName: string
  readonly region: Region
  readonly message: Message
  readonly by: Actor
  readonly idempotencyKey: string
  /** Sent to try the region: with a test key. */
  readonly test?: boolean
  /** The open case that its writer says is about the same: where it can be, the new one joins it. */
  readonly same?: string
  /** ISO, UTC. */
  readonly at: string
  readonly random: Random
  /** Of the citizen's link, the same for the same sender and case: a repetition gets the link of the first time. Without it each gets a new one. */
  readonly linkRandom?: (caseId: string) => Random
  /** How long its key is known (days), where that is longer than `IDEMPOTENCY_DAYS`. */
  readonly idempotencyDays?: number
  /** It came by mail from the author's own address, whose domain vouches for it; or by a dialog, in which nobody else writes. */
  readonly confirmed?: boolean
  /** Where its author wrote it and is answered, where they left no address. */
  readonly dialog?: Dialog
  /** Whoever sent it asks for no automatic reply: the first mails of its case are not sent. */
  readonly quiet?: boolean
  /** It came in a table of another system, which says so much of it. */
  readonly facts?: SourceFacts
  /** What comes into being with the case; where one of it is there already, there is no case (`Taken`). */
  readonly noted?: (caseId: string, messageId: string) => readonly Item[]
  /** What else changes with it; where one of it may not, there is no case (`Taken`). */
  readonly beside?: (caseId: string) => readonly CaseWrite[]
}

/** The same words of the same person, within the hour; nothing was stored. */
interface SentBefore {
  readonly outcome: 'sent before'
  readonly caseId: string
}

export type Submitted =
  | {
      readonly outcome: 'created' | 'repeated'
      readonly caseId: string
      readonly state: Case
      readonly trackSecret: string
    }
  | SentBefore
  /** The idempotency key was used for another message. */
  | { readonly outcome: 'mismatch' }
  | { readonly outcome: 'refused'; readonly code: RefusalCode }

/** Thrown where something that was to come into being with the case is there already: nothing was stored. */
export class Taken extends Error {}

/**
 * Stores a message as a new case. A repetition gets the first case again; with
 * `onceAnHour` the same words of the same person are no second case, as in a form they are most often sent again by mistake.
 */
export function submitMessage(submission: Submission & { onceAnHour: boolean }): Promise<Submitted>
export function submitMessage(submission: Submission): Promise<Exclude<Submitted, SentBefore>>
export async function submitMessage(submission: Submission & { onceAnHour?: boolean }): Promise<Submitted> {
  const { tableName, region, message, by, idempotencyKey, test = false, at, random } = submission
  const fingerprint = createHash('sha256').update(JSON.stringify(message)).digest('base64url')
  const persons = await personHashes(tableName, message.author ?? {})
  const textDays = textDaysOf(region, test ? { test } : {})
  const ttl = ttlAfter(at, textDays)
  const unwanted = await wantsNone(submission)
  const sender = by.id ?? by.role
  const claim = integratorKeys.idempotency(test ? `test ${sender}` : sender, idempotencyKey)
  // Kept for ever, of a test case as long as that.
  const named = message.externalId === undefined ? undefined : externalKey(sender, message.externalId, test)
  const once = submission.onceAnHour
    ? integratorKeys.idempotency('once an hour', sameWords(message, persons))
    : undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = newCase(newCaseId(region.code, localDate(Date.parse(at), region.timeZone), random))
    const messageId = letters(12, random)
    const decision = decide(stored.state, commandOf(submission, messageId, unwanted), at, region)
    if ('refused' in decision) return { outcome: 'refused', code: decision.refused }
    const { secret, hash, link } = citizensLink(submission, stored.state)
    const noted = submission.noted?.(stored.state.id, messageId) ?? []
    const beside = submission.beside?.(stored.state.id) ?? []
    const items = [
      { ...personalItem(submission, stored.state.id, messageId), persons, ttl },
      ...persons.map((hash) => personItem(hash, stored.state.id, ttl)),
      {
        ...claim,
        fingerprint,
        caseId: stored.state.id,
        ttl: ttlAfter(at, submission.idempotencyDays ?? IDEMPOTENCY_DAYS),
      },
      linkItem(hash, link),
      ...noted,
      ...(named ? [{ ...named, caseId: stored.state.id, ...(test && { ttl }) }] : []),
      ...(once ? [{ ...once, caseId: stored.state.id, ttl: ttlAfter(at, ONCE_DAYS) }] : []),
    ]
    // The last time without: others may write to that case all the while.
    const cluster =
      submission.same && attempt < ATTEMPTS - 1
        ? await joining({
            ...submission,
            same: submission.same,
            location: message.location,
            stored,
            events: decision.events,
          })
        : undefined
    const appended = await appendTogether(tableName, [
      { stored, events: [...decision.events, ...(cluster?.merged ?? [])], items, beside, textDays },
      ...(cluster ? [{ stored: cluster.parent, events: cluster.joined, textDays }] : []),
    ])
    if (appended.outcome === 'done') {
      return { outcome: 'created', caseId: stored.state.id, state: appended.states[0]!, trackSecret: secret }
    }
    if (appended.outcome === 'exists' && appended.item.pk === claim.pk)
      return repeatFirst(submission, claim, fingerprint)
    if (appended.outcome === 'exists' && appended.item.pk === named?.pk) return repeatFirst(submission, named)
    if (appended.outcome === 'exists' && appended.item.pk === once?.pk)
      return { outcome: 'sent before', caseId: await caseNamed(tableName, once) }
    const isTaken = (item: Item) => noted.some((one) => isOf(one, item)) || beside.some(({ of }) => of === item)
    if (appended.outcome === 'exists' && isTaken(appended.item)) throw new Taken()
  }
  throw new Error('No free case number was found.')
}

/**
 * The same text of the same person; of whoever left no address and no telephone, also about the same place.
 * @param persons the keyed hashes of both
 */
function sameWords({ text, author, municipality, address, topic }: Message, persons: readonly string[]): string {
  const who = persons.length > 0 ? persons : [author?.name, municipality, address, topic]
  return createHash('sha256')
    .update(JSON.stringify([text, who]))
    .digest('base64url')
}

/** The case that was made of what came under this key, where one was. */
export async function submittedAs(tableName: string, by: Actor, idempotencyKey: string): Promise<string | undefined> {
  return (await caseNamed(tableName, integratorKeys.idempotency(by.id ?? by.role, idempotencyKey))) || undefined
}

function isOf(one: Item, other: Item): boolean {
  return one.pk === other.pk && one.sk === other.sk
}

async function caseNamed(tableName: string, Key: { pk: string; sk: string }): Promise<string> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return String(Item?.['caseId'] ?? '')
}

/** @param fingerprint without it whatever is sent again is the same message */
async function repeatFirst(
  submission: Submission,
  claim: { pk: string; sk: string },
  fingerprint?: string,
): Promise<Submitted> {
  const { tableName, at } = submission
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: claim, ConsistentRead: true }))
  if (fingerprint !== undefined && Item?.['fingerprint'] !== fingerprint) return { outcome: 'mismatch' }
  const stored = await loadCase(tableName, String(Item?.['caseId']), at)
  if (!stored) throw new Error('An idempotency key names a case that is not there.')
  const { secret, hash, link } = citizensLink(submission, stored.state)
  await writeIfHolds(new PutCommand({ TableName: tableName, Item: linkItem(hash, link), ...ifFree(at) }))
  return { outcome: 'repeated', caseId: stored.state.id, state: stored.state, trackSecret: secret }
}

function citizensLink({ at, random, linkRandom }: Submission, state: Case) {
  return issueLink(state, 'track', 'citizen', at, linkRandom?.(state.id) ?? random)
}

/** What the sender is told at once; notify asks again when it sends. */
async function wantsNone({ tableName, message, at }: Submission): Promise<boolean> {
  const email = message.author?.email
  return email !== undefined && isUnwanted(tableName, await addressHash(tableName, email), at)
}

function commandOf(
  { message, by, region, test, confirmed, dialog, facts }: Submission,
  messageId: string,
  unwanted: boolean,
): Command {
  const { topic, municipality, location, channel, regime, author, externalId } = message
  const reach = author?.email !== undefined ? 'email' : dialog ? 'dialog' : 'none'
  return {
    type: 'Submit',
    by,
    messageId,
    channel,
    regime,
    language: region.languages.find((one) => one === message.language) ?? region.languages[0]!,
    reach,
    ...(author?.phone !== undefined && { phone: true }),
    ...(topic && { topic }),
    ...(municipality && { municipality }),
    ...(location && { location }),
    ...(externalId && { externalId }),
    ...(unwanted && { unwanted }),
    ...(confirmed && reach !== 'none' && { confirmed }),
    ...(facts && { facts }),
    ...(test && { test }),
  }
}

function personalItem({ message, quiet, dialog }: Submission, caseId: string, messageId: string): Item {
  const { text, address, author } = message
  return {
    ...keys.personal(caseId, messageId),
    messageId,
    text,
    ...(address && { address }),
    ...(author && { author }),
    ...(quiet && { quiet }),
    ...(dialog && { dialog }),
  }
}
