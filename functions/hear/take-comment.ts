// A comment is kept until a moderator says what it is. Of one that is a case by now, what else its writer makes of it goes there. Called by take.ts.
import type { Comment, Named } from '../case/comment.ts'
import { nameIn, withoutIt, withVersion } from '../case/comment.ts'
import { cut } from '../contract/text.ts'
import { environmentIfSet } from '../edge/environment.ts'
import { ownWords, textOf } from '../heard/text-of.ts'
import { heardWords } from '../heard/words.ts'
import type { Commented, PictureRef, Thread } from '../networks/network.ts'
import { keepComment, loadComment, markFetched, picturesToFetch } from '../store/comments.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { handle } from '../store/handle.ts'
import { loadCase } from '../store/load.ts'
import { keys } from '../store/table.ts'
import { commandIdOf, type Hearing, messageIdOf } from './hearing.ts'
import { takePictures } from './pictures.ts'
import { hearWords } from './words.ts'

type Outcome = Readonly<Record<string, string>>

/** Of a comment that is longer its beginning is kept (characters): twenty versions have to lie in one item. */
const TEXT_LIMIT = 6_000
/** Others write of the same comment, or count for the same day, at the same instant. */
const LOOKS = 8

/** @throws when the queue is to ask again */
export function takeCommented(hearing: Hearing, heard: Commented): Promise<Outcome> {
  const { channel, key, at } = hearing
  const { thread, edited, person, post, pictures, others, location } = heard
  const named = { channel: channel.id, thread, name: nameIn(thread) }
  // VK does not say when a comment was corrected: it counts as soon as it is heard.
  const since = heard.editedAt ?? (edited ? at : heard.at)
  const version = {
    ...{ key, of: thread.comment, at: since, text: keptText(hearing, heard), pictures, others, person, post },
    isEdited: edited === true,
    ...(location && { location }),
  }
  return changing(hearing, named, (known) => withVersion(known, named, version, at), moreWords(hearing, heard))
}

function keptText({ region }: Hearing, heard: Commented): string {
  const words = ownWords(heard)
  const begun = cut(words, TEXT_LIMIT)
  return begun.length < words.length ? `${begun}\n\n${heardWords[region.languages[0]!].goesOn}` : begun
}

export function takeUncommented(hearing: Hearing, thread: Thread): Promise<Outcome> {
  const named = { channel: hearing.channel.id, thread, name: nameIn(thread) }
  const { at } = hearing
  return changing(hearing, named, (known) => withoutIt(known, named, at), noteGone(hearing))
}

/** @param change undefined where nothing is new @param inCase what is done where it is a case by now */
async function changing(
  { tableName, at }: Hearing,
  named: Named,
  change: (known: Comment | undefined) => Comment | undefined,
  inCase: (caseId: string, known: Comment) => Promise<Outcome>,
): Promise<Outcome> {
  for (let look = 0; look < LOOKS; look += 1) {
    const known = await loadComment(tableName, named, at)
    if (known?.caseId) return inCase(known.caseId, known)
    const after = change(known)
    if (!after) return { outcome: 'repeated' }
    if (await keepComment(tableName, known, after, at)) return { outcome: after.state }
  }
  throw new Error('Others wrote of a comment all the while.')
}

/** What is not of the versions that made the case is news of it: a correction, or a photo of the album that came late. */
function moreWords(hearing: Hearing, heard: Commented) {
  return async (caseId: string, { taken = [] }: Comment): Promise<Outcome> => {
    const { tableName, region, at } = hearing
    const stored = await loadCase(tableName, caseId, at)
    const isNews = heard.edited || (heard.album !== undefined && !taken.includes(heard.key))
    if (!isNews || !stored) return { caseId, outcome: 'repeated' }
    // Of a photo without a word there is nothing to read.
    if (!heard.edited && !heard.text && heard.pictures.length > 0) {
      await takePictures(hearing, heard.pictures, caseId)
      return { caseId, outcome: 'pictures' }
    }
    const { state } = stored
    const text = textOf(heard, state.language, environmentIfSet('PHOTOS_BUCKET') !== undefined)
    const messageId = messageIdOf(hearing)
    // What is corrected does not answer a question that was asked since.
    const command =
      state.status === 'clarification'
        ? ({ type: 'Note', by: { role: 'system' }, text } as const)
        : ({ type: 'AddWords', by: { role: 'citizen' }, messageId } as const)
    const kept = { ...keys.personal(caseId, messageId), messageId, text, ttl: ttlAfter(at, textDaysOf(region, state)) }
    const handled = await handle({
      ...{ tableName, region, caseId, command, at, commandId: commandIdOf(hearing) },
      ...('messageId' in command && { items: [kept] }),
    })
    // Where the case is over, or has all the words it takes, nothing changes in it.
    if (handled.outcome === 'refused') return { caseId, outcome: handled.code }
    await takePictures(hearing, heard.pictures, caseId)
    return { caseId, outcome: handled.outcome }
  }
}

function noteGone(hearing: Hearing) {
  return async (caseId: string): Promise<Outcome> => {
    const { tableName, region, at } = hearing
    const stored = await loadCase(tableName, caseId, at)
    const text = hearWords[stored?.state.language ?? region.languages[0]!].commentDeleted
    const command = { type: 'Note', by: { role: 'system' }, text } as const
    const { outcome } = await handle({ tableName, region, caseId, command, at, commandId: commandIdOf(hearing) })
    return { caseId, outcome }
  }
}

/** A moderator made a case of a comment: its pictures are fetched to it. */
export async function takeScreened(hearing: Hearing, on: string, name: string): Promise<Outcome> {
  const { tableName, channel, at } = hearing
  const named = { channel: channel.id, thread: { on, comment: name }, name }
  const known = await loadComment(tableName, named, at)
  if (!known?.caseId) return { outcome: 'no case' }
  await takePictures(hearing, (await picturesToFetch(tableName, named)) as PictureRef[], known.caseId)
  await markFetched(tableName, named)
  return { caseId: known.caseId, outcome: 'pictures' }
}
