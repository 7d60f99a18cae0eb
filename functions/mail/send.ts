// Hands a composed message to SES.
import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses'
import type { Tag } from './tags.ts'

/** Tried once: where no answer came, the mail may have been taken, and a second try is to be seen (store/notices). */
const ses = new SESClient({ maxAttempts: 1 })

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

/** Whether SES said no: then the mail certainly was not sent. Of a lost answer or a fault of SES's own nobody knows. */
export function isRefusal(error: unknown): boolean {
  const status = error instanceof SESServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0
  return status >= 400 && status < 500
}
