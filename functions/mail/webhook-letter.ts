// The mail to whoever has an endpoint of webhooks: that it was stopped, why, and what to do. Called by notify.
import { localTime } from '../calendar/local-time.ts'
import { nameIn } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Letter } from './blocks.tsx'
import { type StopCause, webhookWords } from './words/webhooks.ts'

export interface StoppedWebhook {
  readonly endpoint: string
  readonly host: string
  /** ISO, UTC. */
  readonly since: string
  readonly why: StopCause
}

export function webhookLetter(
  region: Region,
  language: Language,
  { endpoint, host, since, why }: StoppedWebhook,
): Letter {
  const own = webhookWords[language]
  return {
    subject: own.subject(host),
    preheader: own.causes[why],
    blocks: [
      { kind: 'heading', text: own.heading },
      { kind: 'paragraph', text: own.causes[why] },
      { kind: 'paragraph', text: own.kept },
      {
        kind: 'facts',
        rows: [
          [own.host, host],
          [own.endpoint, endpoint],
          [own.since, localTime(since, region.timeZone, language)],
        ],
      },
      { kind: 'paragraph', text: own.next },
    ],
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, own.why],
  }
}
