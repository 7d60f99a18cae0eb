// A message of a dialog becomes a case, or goes to the last case of the dialog, once. Its pictures follow when its words are kept. Called by take.ts.
import type { Actor } from '../case/actor.ts'
import { message as messageShape, type Message } from '../contract/message.ts'
import { environmentIfSet } from '../edge/environment.ts'
import { languageOf } from '../heard/language-of.ts'
import { ownWords, saysMore, textOf } from '../heard/text-of.ts'
import { submitMessage, submittedAs, Taken } from '../intake/submit.ts'
import type { Spoken } from '../networks/network.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { handle } from '../store/handle.ts'
import { noteTarget } from '../store/heard.ts'
import { loadCase } from '../store/load.ts'
import { keys } from '../store/table.ts'
import { NONE, type Talk, talkItem, talkOf } from '../store/talks.ts'
import { belongingOf } from './belongs.ts'
import { type CodedPlace, noteCame, placeOf } from './came.ts'
import { commandIdOf, type Hearing, messageIdOf } from './hearing.ts'
import { takePictures } from './pictures.ts'
import { remark } from './remark.ts'

const by: Actor = { role: 'citizen' }
/** Longer than a queue and its dead letters keep what names it (days). */
const KNOWN_DAYS = 30
/** Others write in the same dialog at the same instant: one of them makes the case, or moves it on, and the next look sees that. */
const LOOKS = 4

/** The case moved on between the look and the command. */
class MovedOn extends Error {}

type Outcome = Readonly<Record<string, string>>

/** @throws when the queue is to ask again */
export async function takeSaid(hearing: Hearing, said: Spoken): Promise<Outcome> {
  for (let look = 1; ; look += 1) {
    try {
      return await takeOnce(hearing, said)
    } catch (error) {
      const isSeenAnew = error instanceof Taken || error instanceof MovedOn
      if (!isSeenAnew || look === LOOKS) throw error
    }
  }
}

async function takeOnce(hearing: Hearing, said: Spoken): Promise<Outcome> {
  const { tableName, dialog, at } = hearing
  const made = await submittedAs(tableName, by, commandIdOf(hearing))
  if (made) return withPictures(hearing, said, { caseId: made, outcome: 'repeated' })
  await noteCame(hearing, said.ref, true)
  const talk = await talkOf(tableName, dialog, at)
  // By the code of a place another matter begins, whatever the last one waits for.
  const isOther = talk.last === NONE || (talk.came !== undefined && !said.edited)
  return (isOther ? undefined : await addTo(hearing, said, talk.last)) ?? makeCase(hearing, said, talk)
}

/** @returns undefined where it is the beginning of another case */
async function addTo(hearing: Hearing, said: Spoken, last: string): Promise<Outcome | undefined> {
  const { tableName, region, channel, key, at } = hearing
  const caseId = await noteTarget({ tableName, channel: channel.id, key, at }, last)
  const stored = await loadCase(tableName, caseId, at)
  if (!stored) return undefined
  const { state } = stored
  const messageId = messageIdOf(hearing)
  const text = textOf(said, state.language, takesPhotos())
  const words = said.edited ? text : ownWords(said)
  const further = { state, words, saysMore: saysMore(said), edited: said.edited === true, messageId, at }
  const belongs = belongingOf(further)
  if (belongs === 'another') return undefined
  if (belongs === 'pictures') return withPictures(hearing, said, { caseId, outcome: 'pictures' })
  if (belongs === 'ended') return remark(hearing, said.chat, 'ended').then(() => ({ caseId, outcome: 'told' }))
  const { command } = belongs
  const kept = { ...keys.personal(caseId, messageId), messageId, text, ttl: ttlAfter(at, textDaysOf(region, state)) }
  const handled = await handle({
    ...{ tableName, region, caseId, command, at, commandId: commandIdOf(hearing) },
    ...('messageId' in command && { items: [kept] }),
  })
  if (handled.outcome === 'refused' && handled.code === 'too many notes')
    return remark(hearing, said.chat, 'too many').then(() => ({ caseId, outcome: 'told' }))
  if (handled.outcome === 'refused') throw new MovedOn(`A message was refused: ${handled.code}`)
  return withPictures(hearing, said, { caseId, outcome: handled.outcome, command: command.type })
}

async function makeCase(hearing: Hearing, said: Spoken, { last: after, came }: Talk): Promise<Outcome> {
  const { tableName, region, channel, dialog, at, random } = hearing
  const place = said.location ? undefined : placeOf(region, came?.place)
  const submitted = await submitMessage({
    ...{
      tableName,
      region,
      by,
      at,
      random,
      message: messageOf(hearing, said, place),
      idempotencyKey: commandIdOf(hearing),
    },
    ...{ idempotencyDays: KNOWN_DAYS, confirmed: true, dialog: { channel: channel.id, chat: said.chat } },
    noted: (caseId) => [talkItem(dialog, after, caseId, at, came)],
  })
  if (submitted.outcome === 'mismatch') return { outcome: 'repeated' }
  if (submitted.outcome === 'refused') throw new Error(`A message was refused: ${submitted.code}`)
  const { caseId, outcome } = submitted
  return withPictures(hearing, said, { caseId, outcome })
}

/** @param place by whose code the dialog was opened; a point that was sent with the words counts for more */
function messageOf({ region, channel }: Hearing, said: Spoken, place: CodedPlace | undefined): Message {
  const language = languageOf(region, said.text)
  const location = said.location ?? place?.at
  const municipality = place?.municipality ?? channel.municipality
  const shaped = (text: string) =>
    messageShape.safeParse({
      ...{ text, format: 'text', channel: channel.network, regime: 'message', language },
      ...(location && { location }),
      ...(municipality && { municipality }),
      ...(place?.address && { address: place.address }),
    }).data
  // Marks upon marks are no text that can be kept.
  return (
    shaped(textOf(said, language, takesPhotos())) ?? shaped(textOf({ ...said, text: '' }, language, takesPhotos()))!
  )
}

async function withPictures(hearing: Hearing, said: Spoken, outcome: Outcome & { caseId: string }): Promise<Outcome> {
  await takePictures(hearing, said.pictures, outcome.caseId)
  return outcome
}

function takesPhotos(): boolean {
  return environmentIfSet('PHOTOS_BUCKET') !== undefined
}
