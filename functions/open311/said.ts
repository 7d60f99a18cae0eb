// Reads an update that was posted: of which request, under which number, what it says. Called by post-update.ts.
import * as z from 'zod/mini'
import { messagesBody } from '../contract/acts.ts'
import { fieldErrors } from '../edge/field-errors.ts'
import { refusal } from './refusal.ts'
import { instantOf } from './span.ts'

/** Those of mySociety's "Open311 FMS" and of its adapter. What is said of the answer counts; the others are the authority's to give. */
const statuses: Readonly<Record<string, 'open' | 'solved' | 'other'>> = {
  OPEN: 'open',
  REOPEN: 'open',
  FIXED: 'solved',
  INVESTIGATING: 'other',
  IN_PROGRESS: 'other',
  PLANNED: 'other',
  ACTION_SCHEDULED: 'other',
  NO_FURTHER_ACTION: 'other',
  NOT_COUNCILS_RESPONSIBILITY: 'other',
  UNABLE_TO_FIX: 'other',
  DUPLICATE: 'other',
  INTERNAL_REFERRAL: 'other',
  CLOSED: 'other',
}
const LONGEST_NUMBER = 100
const MOST_LINKS = 10

export interface Said {
  readonly requestId: string
  readonly updateId: string
  readonly status: string
  readonly says: 'open' | 'solved' | 'other'
  /** When it was said (ISO, UTC). */
  readonly at: string
  readonly hasWords: boolean
  /** Its words and the addresses of its photos; nothing where neither was sent. */
  readonly text: string
}

/** @param at now (ISO, UTC), where it is not said when it was said. @throws Problem naming everything that is wrong */
export function saidIn(fields: Readonly<Record<string, readonly string[]>>, at: string): Said {
  const wrong: string[] = []
  const one = (name: string) => fields[name]?.[0]
  const needed = (name: string) => {
    const value = one(name)
    if (value === undefined) wrong.push(`${name}: it is needed`)
    else if (value.length > LONGEST_NUMBER) wrong.push(`${name}: at most ${LONGEST_NUMBER} characters`)
    return value ?? ''
  }
  const requestId = needed('service_request_id')
  const updateId = needed('update_id')
  const named = one('status')
  const status = (named ?? 'OPEN').toUpperCase()
  const says = Object.hasOwn(statuses, status) ? statuses[status]! : undefined
  if (named === undefined) wrong.push('status: it is needed')
  else if (!says) wrong.push(`status: one of ${Object.keys(statuses).join(', ')}`)
  const time = instantOf('updated_datetime', one('updated_datetime') ?? '', at, wrong)
  const description = one('description')
  if (description === undefined && says === 'other') wrong.push(`description: ${status} needs it`)
  const text = [description ?? [], (fields['media_url'] ?? []).slice(0, MOST_LINKS)].flat().join('\n')
  const read = text === '' ? undefined : z.safeParse(messagesBody, { text })
  for (const { detail } of fieldErrors(read?.error?.issues ?? [], {}, 'en')) wrong.push(`description: ${detail}`)
  if (wrong.length > 0 || !says) throw refusal(400, ...wrong)
  return {
    ...{ requestId, updateId, status, says, hasWords: description !== undefined },
    ...{ at: new Date(time ?? at).toISOString(), text: read?.data?.text ?? '' },
  }
}
