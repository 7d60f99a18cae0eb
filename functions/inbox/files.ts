// What is attached to a mail: photos go the way of other photos, where the region has them; everything else is named and left. Called by
// make-case.ts and take-reply.ts.
import { createHash } from 'node:crypto'
import type { Actor } from '../case/actor.ts'
import { letters } from '../case/ids.ts'
import { environmentIfSet } from '../edge/environment.ts'
import { writeIncoming } from '../files/bucket.ts'
import { incomingName, MOST_BYTES } from '../files/names.ts'
import type { Incoming } from './incoming.ts'
import type { MailFile, ReadMail } from './read-mail.ts'

const PICTURE = /^image\/(?:jpe?g|png|webp|heic|heif)$/
/** Smaller ones within a text are logos and lines. */
const LEAST_INLINE_BYTES = 20 * 1024
/** More of one mail are not taken. */
const MOST_PHOTOS = 5

/** What is meant for us: no ornament of a text. */
export function filesMeant({ files }: Pick<ReadMail, 'files'>): MailFile[] {
  return files.filter(({ isInline, type, content }) => {
    return !(isInline && type.startsWith('image/') && content.length < LEAST_INLINE_BYTES) && content.length > 0
  })
}

/** Those that are taken as photos. */
export function photosIn(mail: Pick<ReadMail, 'files'>): MailFile[] {
  if (!environmentIfSet('PHOTOS_BUCKET')) return []
  const photos = filesMeant(mail).filter(({ type, content }) => PICTURE.test(type) && content.length <= MOST_BYTES)
  return photos.slice(0, MOST_PHOTOS)
}

/** Sends the photos of a mail to the bucket, where redraw finds them; the same picture is one photo of a case. @returns how many files were left */
export async function sendPhotos({ mail }: Incoming, caseId: string, by: Actor): Promise<number> {
  const photos = photosIn(mail)
  for (const { content, type } of photos) {
    const digest = createHash('sha256').update(caseId).update(content).digest()
    const photo = letters(16, (bytes) => digest.subarray(0, bytes))
    await writeIncoming(incomingName({ caseId, by, photo }), content, type)
  }
  return filesMeant(mail).length - photos.length
}
