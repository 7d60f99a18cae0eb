// Hands a composed message to SES.
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses'
import type { Tag } from './tags.ts'

const ses = new SESClient({})

export interface Sending {
  readonly from: string
  readonly to: string
  readonly raw: Uint8Array
  readonly configurationSet: string
  readonly tags: readonly Tag[]
}

/** @returns SES's id of the message. @throws what SES answers: throttling, a refused address, a sandbox. */
export async function sendMail({ from, to, raw, configurationSet, tags }: Sending): Promise<string> {
  const { MessageId } = await ses.send(
    new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
      Tags: [...tags],
    }),
  )
  return MessageId ?? ''
}
