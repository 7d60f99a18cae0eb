// Writes and reads the tags of a mail, which come back with every event SES has about it: they say which notices came
// to nothing. They name events and a contact, nobody's address; SES takes letters, digits, hyphens and underscores, 256
// at most. Called by the courier and by bounce.
import { caseIdPattern } from '../case/ids.ts'

export interface NoticeName {
  readonly caseId: string
  readonly seq: number
}

export interface Tag {
  readonly Name: string
  readonly Value: string
}

/** Ten names of the longest kind and what joins them are 249 characters. */
const NAMES_PER_TAG = 10
const RECIPIENT = 'recipient'
/** The recipient of mails about webhooks, which are of no case. */
export const WEBHOOK_OWNER = 'webhook-owner'
/** The recipient of mails by which somebody signs in to the console: of no case, either. */
export const SIGNING_IN = 'signing-in'
/** The recipient of mails about the directory: of no case, either. */
export const OFFICE = 'office'
/** The recipient of mails to whoever wrote one that became no case. */
export const WRITER = 'writer'
const NOTICES = /^notices-\d+$/
const NAME = /^(.+)-(\d+)$/

/** The tags of a mail. @param recipient contact id, or "citizen" */
export function tagsFor(recipient: string, notices: readonly NoticeName[]): Tag[] {
  const names = notices.map(({ caseId, seq }) => `${caseId}-${seq}`)
  const tags: Tag[] = [{ Name: RECIPIENT, Value: recipient }]
  for (let start = 0; start < names.length; start += NAMES_PER_TAG)
    tags.push({ Name: `notices-${tags.length}`, Value: names.slice(start, start + NAMES_PER_TAG).join('_') })
  return tags
}

/** Whether the tags are those of a mail about webhooks, or of one of no case at all. */
export function isOfNoCase(tags: Readonly<Record<string, readonly string[]>>): boolean {
  return [WEBHOOK_OWNER, SIGNING_IN, OFFICE, WRITER].includes(tags[RECIPIENT]?.[0] ?? '')
}

/** What a mail's tags name, as SES gives them back. @throws Error when they are not ours. */
export function namedIn(tags: Readonly<Record<string, readonly string[]>>): {
  recipient: string
  notices: NoticeName[]
} {
  const [recipient] = tags[RECIPIENT] ?? []
  const names = Object.entries(tags).flatMap(([name, values]) => (NOTICES.test(name) ? values : []))
  const notices = names.flatMap((value) => value.split('_')).map(noticeOf)
  if (!recipient || notices.length === 0) throw new Error('The tags of the mail name no notice.')
  return { recipient, notices }
}

function noticeOf(name: string): NoticeName {
  const [, caseId = '', seq] = NAME.exec(name) ?? []
  if (!caseIdPattern.test(caseId)) throw new Error('A tag of the mail names no case.')
  return { caseId, seq: Number(seq) }
}
