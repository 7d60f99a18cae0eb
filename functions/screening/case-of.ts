// What is made of comments: the message of a case, the words that are added to one, and where both are answered. Pure. Called by screen.ts.
import type { Dialog } from '../case/case-file.ts'
import { type Comment, saidIn } from '../case/comment.ts'
import { message as messageShape, type Message, TEXT_LIMIT } from '../contract/message.ts'
import { cut } from '../contract/text.ts'
import { languageOf } from '../heard/language-of.ts'
import { textOf } from '../heard/text-of.ts'
import { heardWords } from '../heard/words.ts'
import type { Other } from '../networks/network.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Fields } from '../web/forms.ts'

/** The words of all, each with where it stands. @param takesPhotos whether the region has photos; without, they are named */
export function wordsOf(comments: readonly Comment[], language: Language, takesPhotos: boolean): string {
  const room = Math.floor(TEXT_LIMIT / comments.length) - 10
  return comments.map((one) => cut(wordsOfOne(one, language, takesPhotos), room)).join('\n\n')
}

function wordsOfOne(comment: Comment, language: Language, takesPhotos: boolean): string {
  const { others, ...said } = saidIn(comment)
  const { link } = comment.thread
  const words = textOf({ ...said, others: others as readonly Other[] }, language, takesPhotos)
  return link ? `${words}\n${heardWords[language].comment(link)}` : words
}

/** What the moderator chose goes before what the region's file says of the page. */
export function messageOf(
  region: Region,
  comments: readonly Comment[],
  fields: Fields,
  takesPhotos: boolean,
): Message | undefined {
  const main = mainOf(comments)
  const channel = region.channels.find(({ id }) => id === main.channel)
  const location = comments.map((one) => saidIn(one).location).find(Boolean)
  const language = languageOf(region, comments.map((one) => saidIn(one).text).join('\n'))
  const field = (name: string) => fields[name] || undefined
  const municipality = field('municipality') ?? channel?.municipality
  const { data } = messageShape.safeParse({
    ...{ text: wordsOf(comments, language, takesPhotos), format: 'text', channel: channel?.network, regime: 'message' },
    ...{ language, topic: field('topic'), address: field('address'), municipality },
    ...(location && { location }),
  })
  return data
}

/** Where it is answered: under the first that still stands, and where a program may answer; and beside it, where the others stand. */
export function dialogOf(comments: readonly Comment[]): Dialog {
  const main = mainOf(comments)
  const beside = comments.filter((one) => one !== main && !one.goneAt).map(placeOf)
  return { ...placeOf(main), ...(beside.length > 0 && { beside }) }
}

function placeOf({ channel, person = '', thread }: Comment): Dialog {
  return { channel, chat: person, thread }
}

function mainOf(comments: readonly Comment[]): Comment {
  const oldest = comments.toSorted((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1))
  const standing = oldest.filter(({ goneAt }) => !goneAt)
  return standing.find(({ thread }) => !thread.byHand) ?? standing[0] ?? oldest[0]!
}
