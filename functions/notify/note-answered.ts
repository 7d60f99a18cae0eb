// Counts in the register of official pages that a comment was answered by us: a bot in Telegram is not told of its own words. Where the network tells of them, too,
// it counts once. Called by speak-in-public.ts and say-beside.ts.
import { nameIn } from '../case/comment.ts'
import { environment } from '../edge/environment.ts'
import { logError } from '../edge/log.ts'
import type { Thread } from '../networks/network.ts'
import { answered, commentName } from '../store/page-facts.ts'
import type { Speaking } from './speaking.ts'

type Answered = Pick<Speaking, 'channel'> & { readonly parcel: Pick<Speaking['parcel'], 'region' | 'at'> }

/** A figure that is missing is worth no second answer: what fails is logged. */
export async function noteAnswered({ parcel: { region, at }, channel }: Answered, thread: Thread): Promise<void> {
  const page = region.pages.find((one) => one.channel === channel.id)
  if (!page) return
  const comment = commentName(thread.on, nameIn(thread))
  const told = { tableName: environment('TABLE_NAME'), timeZone: region.timeZone, page: page.id, at, comment }
  await answered(told).catch((error: unknown) => logError('answer not counted', error, { page: page.id }))
}
