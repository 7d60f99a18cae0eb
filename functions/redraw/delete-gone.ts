// Deletes from the bucket what was taken off a case: one photo, or with its texts all of them. Done again it finds nothing to delete; until
// it was done the sweep asks for it. Called by the handler.
import { environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { deleteAll, deleteObject } from '../files/bucket.ts'
import { incomingOf, pictureName, picturesOf } from '../files/names.ts'
import { loadCaseFile } from '../store/load.ts'
import { markPhotosGone } from '../store/photos.ts'

/** @param seq the event that took them off, and with it those before @throws when the queue is to ask again */
export async function deleteGone(caseId: string, seq: number, at: string): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const file = await loadCaseFile(tableName, caseId, at)
  if (!file || file.events.length < seq) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  const { photosGoneUpTo = 0, state, events } = file
  if (photosGoneUpTo >= seq) return
  for (const event of events.slice(photosGoneUpTo, seq)) {
    if (event.type === 'erased') {
      const deleted = (await deleteAll(picturesOf(state))) + (await deleteAll(incomingOf(caseId)))
      log('photos erased', { caseId, deleted })
    }
    if (event.type === 'photo_removed')
      for (const size of ['large', 'small'] as const) await deleteObject(pictureName(state, event.photo, size))
  }
  await markPhotosGone(tableName, caseId, seq)
}
