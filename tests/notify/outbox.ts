// What notify's tests stand on: a case that was assigned, a courier that says what it is told to, and a table that notes what is
// written to it in one line a write.
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { vi } from 'vitest'
import type { CaseFile, NoticeRecord } from '../../functions/case/case-file.ts'
import type { Command } from '../../functions/case/commands.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { decide } from '../../functions/case/decide.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import type { Handed, Parcel } from '../../functions/mail/courier.ts'
import type { Effects, PendingNotice } from '../../functions/notify/pending-notice.ts'
import { table } from '../../functions/store/table.ts'
import { littleRegion } from '../little-region.ts'

export const region = littleRegion()
/** Monday, 2 March 2026, 10:00 in Moscow. */
export const at = '2026-03-02T07:00:00.000Z'
export const caseId = '99-260302-AAAAA'
export const responder = 'north-office-responder'
export const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** An assigned case with what became of its notices; its citizen can be reached by e-mail. */
export function assigned(
  notices: readonly NoticeRecord[] = [],
  id = caseId,
  address = 'citizen@little.example',
): CaseFile {
  let state = initialCase(id)
  const events: CaseEvent[] = []
  const give = (command: Command) => {
    const decision = decide(state, command, at, region)
    if ('refused' in decision) throw new Error(decision.refused)
    events.push(...decision.events)
    state = decision.events.reduce(evolve, state)
  }
  const message = { messageId: 'M1', channel: 'form', regime: 'message', language: 'ru', reach: 'email' } as const
  const place = { organisation: 'north-office', topic: 'roads.pothole', municipality: 'north', assignment: 0 }
  give({ type: 'Submit', by: { role: 'citizen' }, ...message })
  give({ type: 'Assign', by: { role: 'operator', id: 'operator-1' }, ...place })
  const personal = address ? [{ messageId: 'M1', text: 'Яма.', author: { email: address } }] : []
  return {
    state,
    settled: 0,
    events,
    personal: new Map(personal.map((one) => [one.messageId, one])),
    notices,
    counted: [],
    fedUpTo: 0,
  }
}

/** The notice of the assignment. */
export function owed(file: CaseFile, recipient = responder): PendingNotice {
  const event = file.events[1]!
  const notice = noticesFor(region, file.state, event).find((one) => one.recipient === recipient)!
  return { file, event, seq: 2, notice }
}

export const record = (more: Partial<NoticeRecord> = {}): NoticeRecord => ({
  ...{ seq: 2, recipient: responder, kind: 'work', status: 'failed', claimedAt: later(-30), attempts: 1, ...more },
})

/** Writes what happens, in its order, the writing of links only in `all`; `taken` makes the claim fail as if somebody else held it. */
export function outbox(answers: readonly (Handed | Error)[], now = at, taken = false) {
  const lines: string[] = []
  const all: string[] = []
  const tell = (line: string) => {
    all.push(line)
    if (line !== 'link') lines.push(line)
  }
  const left = [...answers]
  vi.spyOn(table, 'send').mockImplementation(((command: unknown) => {
    tell(lineOf(command))
    if (!taken) return Promise.resolve({})
    return Promise.reject(new ConditionalCheckFailedException({ message: '', $metadata: {} }))
  }) as never)
  const send = (parcel: Parcel): Promise<Handed> => {
    const { recipient, notices, letter } = parcel
    tell(`send ${notices.map((one) => `${one.caseId.slice(-1)}${one.seq}`).join(' ')} to ${recipient}`)
    subjects.push(letter.subject)
    parcels.push(parcel)
    const answer = left.shift() ?? { outcome: 'sent', id: 'mail-1' }
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const subjects: string[] = []
  const parcels: Parcel[] = []
  const effects: Effects = {
    now: () => now,
    random: (size) => Buffer.alloc(size, 7),
    couriers: { email: { send }, dialog: { send } },
  }
  return { lines, all, subjects, parcels, effects }
}

type Written = Readonly<Record<string, string | number>>
const keyOf = ({ pk, sk }: Written) => `${String(pk).slice(-1)}${Number(String(sk).split('#')[1])}`

function lineOf(command: unknown): string {
  if (command instanceof PutCommand) {
    const item = command.input.Item as Written
    const { status, until, attempts, refusals } = item
    if (status === undefined) return 'link'
    if (status === 'claimed')
      return `claim ${keyOf(item)} ${item['recipient']} attempts ${attempts} refusals ${refusals}`
    return `${status} ${keyOf(item)} until ${until} attempts ${attempts} refusals ${refusals}`
  }
  if (!(command instanceof UpdateCommand)) return 'unknown write'
  const values = command.input.ExpressionAttributeValues as Written
  const refusals = values[':refusals'] === undefined ? undefined : `refusals ${values[':refusals']}`
  const parts = [
    'end',
    keyOf(command.input.Key as Written),
    values[':status'],
    values[':mailId'],
    refusals,
    values[':fault'],
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
