// What is attached to a message, a comment or a post of VK, as far as we use it (VKCOM/vk-api-schema, wall and messages). Called by vk.ts and
// vk-comments.ts.
import * as z from 'zod/mini'
import type { Other, PictureRef } from './network.ts'

const size = z.object({ url: z.string(), width: z._default(z.number(), 0), height: z._default(z.number(), 0) })
/** What cannot be read of a message does not lose the rest of it. */
const attachment = z.catch(
  z.object({
    type: z.string(),
    photo: z.catch(z.optional(z.object({ orig_photo: z.optional(size), sizes: z.optional(z.array(size)) })), undefined),
  }),
  { type: 'unknown' },
)
export const attachments = z.catch(z.optional(z.array(attachment)), undefined)
type Attachment = z.output<typeof attachment>

const others: Readonly<Record<string, Other>> = {
  doc: 'document',
  audio_message: 'voice',
  audio: 'voice',
  video: 'video',
  sticker: 'sticker',
  link: 'link',
  wall: 'link',
  poll: 'poll',
}

export function othersIn(all: readonly Attachment[]): Other[] {
  return [...new Set(all.filter(({ type }) => type !== 'photo').map(({ type }) => others[type] ?? 'unknown'))]
}

export function picturesIn(all: readonly Attachment[]): PictureRef[] {
  return all.flatMap(pictureIn)
}

/** As it was sent, else the largest that was made of it. */
function pictureIn({ type, photo }: Attachment): PictureRef[] {
  if (type !== 'photo' || !photo) return []
  const [largest] = (photo.sizes ?? []).toSorted((one, other) => other.width * other.height - one.width * one.height)
  const url = photo.orig_photo?.url ?? largest?.url
  return url ? [{ url }] : []
}
