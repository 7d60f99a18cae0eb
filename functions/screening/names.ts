// What pages and threads are called. Called by the parts of the page of comments.
import type { Comment } from '../case/comment.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { NetworkName } from '../../regions/vocabulary.ts'
import { queueWords } from '../web/words/queue.ts'
import type { Place } from './words.ts'

/** The page that a channel hears, as it calls itself in the register, else the channel: by its network, as pages of several networks may have one name. */
export function pageName({ channels, pages }: Region, id: string, language: Language): string {
  const page = pages.find(({ channel }) => channel === id)
  const channel = channels.find((one) => one.id === id)
  return channel ? `${queueWords[language].channels[channel.network]}: ${page?.name ?? channel.account}` : id
}

export function placeOf({ thread: { on, comment, byHand } }: Pick<Comment, 'thread'>, network?: NetworkName): Place {
  const kind = /^(wall|photo|video|topic)-?\d+_(\d+)$/.exec(on)
  if (kind) return byHand && kind[2] === comment && kind[1] === 'wall' ? 'suggested' : (kind[1] as Place)
  // Of Telegram only comments of a channel are heard, in the group that is linked to it.
  return network === 'max' && /^-?\d+$/.test(on) ? 'group' : 'channel'
}
