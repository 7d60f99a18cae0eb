// What is posted to an endpoint, by Standard Webhooks. What functions/webhooks writes has this type; read by the API's document.
import * as z from 'zod/mini'
import { fedTypes } from '../../case/feed.ts'
import { event } from './events.ts'
import { about, instant, named, type Said } from './shared.ts'

const members = <Type extends z.ZodMiniType, Data extends z.ZodMiniType>(type: Type, data: Data) =>
  z.object({ type, timestamp: instant('When it happened'), data })

export const webhookEvent = named(
  'WebhookEvent',
  members(about(z.enum(fedTypes), 'What happened; more may come.'), event),
  'Something that happened to a case, as it is posted.',
)

export const webhookPing = named(
  'WebhookPing',
  members(about(z.literal('ping'), 'Only of this.'), about(z.object({}), 'Nothing.')),
  'Posted when somebody tries the endpoint.',
)

export type WebhookBody = Said<typeof webhookEvent> | Said<typeof webhookPing>
