// What redraw does with a file that was sent and with what was taken off a case, step by step, as processes.ts has it of the other
// functions. Called by processes.ts and the lives of photos.
import type { Actor } from '../../functions/case/actor.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { EventMessage } from '../../functions/case/reactions.ts'
import type { Process } from './agenda.ts'
import { give } from './giving.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * How redraw does it; two of the manners are faults that are put in: `forgetful` leaves what it drew of a photo that another added and its sender
 * took off meanwhile, `hasty` adds a photo before its pictures lie there.
 */
export type Redrawing = 'as it is' | 'forgetful' | 'hasty'

export interface Sent {
  readonly photo: string
  readonly by: Actor
  readonly manner: Redrawing
  /** How long it takes to draw. */
  readonly steps: number
}

/** functions/redraw/take-in.ts. */
export function* takeIn(around: Surroundings, { photo, by, manner, steps }: Sent): Process {
  const { bucket } = around.table
  const { state, events } = around.table.file()
  yield
  const isKnown = bucket.refused.has(photo) || wasAdded(events, photo)
  const add = { type: 'AddPhoto', by, photo, width: 1, height: 1, bytes: 1 } as const
  if (isKnown) {
    if (!state.photos?.[photo] && manner === 'as it is') bucket.delete(photo)
  } else if (bucket.incoming.has(photo)) {
    if (manner === 'hasty') yield* give([{ around, command: add }], `photo-${photo}`)
    for (let step = 0; step < steps; step += 1) yield
    bucket.draw(photo, around.at)
    yield
    const [added] = yield* give([{ around, command: add }], `photo-${photo}`)
    const { photos } = around.table.load().state
    const isOff =
      manner === 'as it is'
        ? !photos?.[photo]
        : added!.length === 0 && !photos?.[photo] && !wasAdded(around.events, photo)
    yield
    if (isOff && !wasAdded(around.events, photo)) {
      bucket.refused.add(photo)
      yield
    }
    if (isOff) bucket.delete(photo)
  }
  yield
  bucket.incoming.delete(photo)
}

function wasAdded(events: readonly CaseEvent[], photo: string): boolean {
  return events.some((event) => event.type === 'photo_added' && event.photo === photo)
}

/** functions/redraw/delete-gone.ts. */
export function* deleteGone(around: Surroundings, { seq }: EventMessage): Process {
  const { table } = around
  const { photosGoneUpTo = 0, events } = table.file()
  yield
  if (photosGoneUpTo >= seq) return
  for (const event of events.slice(photosGoneUpTo, seq)) {
    const off =
      event.type === 'erased' ? [...table.bucket.pictures] : event.type === 'photo_removed' ? [event.photo] : []
    for (const photo of off) if (table.bucket.delete(photo)) yield
    if (event.type === 'erased') table.bucket.incoming.clear()
  }
  table.photosGoneUpTo = Math.max(table.photosGoneUpTo, seq)
}
