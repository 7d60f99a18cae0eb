// A mail that replies to nothing becomes a message of its sender, by the same door as all. Nothing is cut from it: in a first mail a quotation is
// what its writer wants to show. Called by take.ts.
import type { Actor } from '../case/actor.ts'
import { LEAST_TEXT, message as messageShape, type Message, TEXT_LIMIT } from '../contract/message.ts'
import { cut, lengthOf, tidyText } from '../contract/text.ts'
import { emailAddress } from '../contract/email-address.ts'
import { submitMessage } from '../intake/submit.ts'
import { filesMeant, photosIn, sendPhotos } from './files.ts'
import { type Incoming, languageOf } from './incoming.ts'
import { leave } from './leave.ts'
import type { ReadMail } from './read-mail.ts'
import { tell } from './tell.ts'
import { inboxWords } from './words.ts'

const by: Actor = { role: 'citizen' }
/** Longer than a queue and its dead letters keep the message about a mail (days). */
const KNOWN_DAYS = 30
/** What stands below a text that was cut, and below that the names of files (characters). */
const ROOM = 1_500
const NAME_LIMIT = 200
const FILES_NAMED = 10
const PREFIXES = /^(?:\s*(?:re|fwd?|aw|отв|ответ|на|пересл?)\s*(?:\[\d+\])?\s*:)+\s*/i

/** @returns what became of it, for the log @throws when the queue is to ask again */
export async function makeCase(incoming: Incoming): Promise<Readonly<Record<string, string>> | void> {
  const { tableName, region, mail, id, isAuthentic, isQuiet, at, random } = incoming
  const isBare = mail.text.trim() === '' && mail.subject === ''
  const nothing = mail.isSealed ? 'sealed' : isBare && filesMeant(mail).length === 0 ? 'nothing' : undefined
  if (nothing) {
    await tell(incoming, nothing)
    return { outcome: 'told', telling: nothing }
  }
  const message = messageOf(incoming)
  if (!message) return void leave('text')
  const submitted = await submitMessage({
    ...{ tableName, region, message, by, idempotencyKey: `mail ${id}`, at, random },
    ...{ onceAnHour: true, idempotencyDays: KNOWN_DAYS, confirmed: isAuthentic, quiet: isQuiet },
  })
  // The same mail by two ways, with what a list put below one of them.
  if (submitted.outcome === 'mismatch') return { outcome: 'repeated' }
  if (submitted.outcome === 'refused') throw new Error(`A mail was refused: ${submitted.code}`)
  const { caseId, outcome } = submitted
  const about = { caseId, seq: 1, recipient: 'citizen', test: false }
  if (outcome === 'sent before') {
    await tell(incoming, 'sent before', about)
    return { caseId, outcome }
  }
  const left = await sendPhotos(incoming, caseId, by)
  if (left > 0) await tell(incoming, 'files', about)
  return { caseId, outcome }
}

/** Undefined where its text is none that can be kept: marks upon marks. */
function messageOf(incoming: Incoming): Message | undefined {
  const { mail, region } = incoming
  const text = textOf(incoming)
  const address = emailAddress.safeParse(mail.from?.address ?? '')
  const name = cut(tidyText((mail.from?.name ?? '').toWellFormed()), NAME_LIMIT)
  const author = { ...(name && { name }), ...(address.success && { email: address.data }) }
  return messageShape.safeParse({
    ...{ text, format: 'text', channel: 'email', regime: 'message', language: languageOf(region, text) },
    ...(Object.keys(author).length > 0 && { author }),
  }).data
}

/** Its subject, where the text does not begin with it, its text, and the names of files that are not taken. */
function textOf({ mail, region }: Incoming): string {
  const subject = tidyText(mail.subject.replace(PREFIXES, '').toWellFormed())
  const body = tidyText(mail.text.toWellFormed())
  const own = inboxWords[languageOf(region, `${subject} ${body}`)]
  const whole = body.startsWith(subject) ? body : [subject, body].filter(Boolean).join('\n\n')
  const room = TEXT_LIMIT - ROOM
  const begun = cut(whole, room)
  const isCut = begun.length < whole.length
  const said =
    lengthOf(begun.slice(0, LEAST_TEXT * 10)) < LEAST_TEXT ? [begun, own.noText].filter(Boolean).join(' ') : begun
  return [said, isCut ? own.goesOn : '', filesLeft(mail, own)].filter(Boolean).join('\n\n')
}

function filesLeft(mail: ReadMail, own: (typeof inboxWords)['ru']): string {
  const photos = photosIn(mail)
  const left = filesMeant(mail).filter((file) => !photos.includes(file))
  const names = left.slice(0, FILES_NAMED).map(({ name }) => tidyText(name.toWellFormed()) || own.nameless)
  if (left.length > FILES_NAMED) names.push('…')
  return left.length > 0 ? own.filesLeft(names.join(', ')) : ''
}
