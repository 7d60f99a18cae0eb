// Counts what is heard of an official page: its posts, comments under them, and answers that the page gave, by hand or by us. Each once, however often
// and in whatever order it comes. Called by take.ts before anything else is done with it.
import type { ChannelSettings, Region } from '../../regions/schema.ts'
import { nameIn } from '../case/comment.ts'
import type { Heard } from '../networks/network.ts'
import { answered, commentName, commented, dismissed, posted } from '../store/page-facts.ts'
import { keyedHashes } from '../store/persons.ts'

interface OnPage {
  readonly tableName: string
  readonly region: Pick<Region, 'pages' | 'timeZone'>
  readonly channel: Pick<ChannelSettings, 'id' | 'network'>
  /** Now (ISO, UTC). */
  readonly at: string
}

/** @throws when the queue is to ask again */
export async function countOnPage({ tableName, region, channel, at }: OnPage, heard: Heard): Promise<void> {
  const page = region.pages.find((one) => one.channel === channel.id)
  if (!page) return
  const told = { tableName, timeZone: region.timeZone, page: page.id }
  switch (heard.kind) {
    case 'posted':
      await posted({ ...told, at: heard.at, post: heard.on })
      return
    case 'commented': {
      // A correction is known already, and what was suggested is no comment.
      if (heard.edited || heard.key.endsWith('.suggested')) return
      const by = heard.person && (await keyedHashes(tableName, [`author ${channel.network} ${heard.person}`]))[0]
      await commented({
        ...told,
        at: heard.at,
        comment: commentName(heard.thread.on, nameIn(heard.thread)),
        ...(by && { by }),
      })
      return
    }
    case 'replied':
      await answered({ ...told, at: heard.at, comment: commentName(heard.thread.on, nameIn(heard.thread)) })
      return
    case 'uncommented':
      await dismissed({ ...told, at, comment: commentName(heard.thread.on, nameIn(heard.thread)) })
      return
    // Of the page nothing is to be counted.
    case 'said':
    case 'deleted':
    case 'opened':
    case 'nothing':
    case 'confirmation':
      return
  }
}
