// Looks at what was sent to the bucket of photos: what is a picture is drawn anew and belongs to its case from then on, what is none is
// refused with a reason; the file that was sent goes either way. And deletes what was taken off a case. Called by the queue Photos.
import * as z from 'zod/mini'
import { eventMessage, sentFileMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { deleteGone } from './delete-gone.ts'
import { takeIn } from './take-in.ts'

export const handler = consumer(z.union([sentFileMessage, eventMessage]), async (message, at, receives) =>
  'name' in message ? takeIn(message.name, at, receives) : deleteGone(message.caseId, message.seq, at),
)
