// Takes a file that was sent into its case, or refuses it. Every step may be repeated: the pictures have the name of the photo, the case
// knows a photo once, and what was sent is deleted last. Called by the handler.
import type { PhotoFault } from '../case/photo.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { deleteObject, readObject, writePicture } from '../files/bucket.ts'
import { redraw } from '../files/image.ts'
import { type Incoming, MOST_BYTES, pictureName, readIncoming } from '../files/names.ts'
import { handle } from '../store/handle.ts'
import { loadCaseFile } from '../store/load.ts'
import { refusePhoto } from '../store/photos.ts'

/** A file at which the function failed so often, or ended, is refused as broken: it is no use to try it for ever. */
const GIVEN_UP_AFTER = 6

/** @param name of the object @param at now (ISO, UTC) @param receives how often the queue told of it @throws when the queue is to ask again */
export async function takeIn(name: string, at: string, receives: number): Promise<void> {
  const incoming = readIncoming(name)
  const outcome = incoming ? await taken(name, incoming, at, receives) : 'unknown name'
  await deleteObject(name)
  log('file looked at', { ...(incoming && { caseId: incoming.caseId, role: incoming.by.role }), outcome })
}

async function taken(name: string, incoming: Incoming, at: string, receives: number): Promise<string> {
  const { caseId, photo, by } = incoming
  const file = await loadCaseFile(environment('TABLE_NAME'), caseId, at)
  if (!file) return 'unknown case'
  const isKnown =
    file.events.some((event) => event.type === 'photo_added' && event.photo === photo) ||
    file.refusedPhotos?.some((one) => one.photo === photo)
  const names = { large: pictureName(file.state, photo, 'large'), small: pictureName(file.state, photo, 'small') }
  // A message that came twice, or somebody who sent another file under the same name. Whoever was faster may have drawn it after it was
  // taken off.
  if (isKnown) return file.state.photos?.[photo] ? 'known' : forget(names, 'known')
  if (receives > GIVEN_UP_AFTER) return forget(names, await refuse(incoming, 'broken', at))
  const content = await readObject(name, MOST_BYTES)
  if (content === undefined) return 'gone'
  const picture = content === 'too large' ? { fault: 'too large' as const } : await redraw(content)
  if ('fault' in picture) return refuse(incoming, picture.fault, at)
  const { large, small, width, height, bytes } = picture
  await writePicture(names.large, large)
  await writePicture(names.small, small)
  const handled = await handle({
    ...{ tableName: environment('TABLE_NAME'), region: deployedRegion(), caseId, at, commandId: `photo-${photo}` },
    command: { type: 'AddPhoto', by, photo, width, height, bytes },
  })
  if (handled.outcome === 'refused') return forget(names, await refuse(incoming, 'case', at))
  // Another that was told of the same file was faster, and the photo was taken off while this one drew.
  return handled.state.photos?.[photo] ? handled.outcome : forget(names, handled.outcome)
}

/** Deletes the pictures of what is no photo of the case. */
async function forget(names: { readonly large: string; readonly small: string }, outcome: string): Promise<string> {
  await deleteObject(names.large)
  await deleteObject(names.small)
  return outcome
}

async function refuse({ caseId, photo, by }: Incoming, why: PhotoFault, at: string): Promise<string> {
  await refusePhoto(environment('TABLE_NAME'), caseId, { photo, why, by: by.role, at })
  return why
}
