// Hands a composed message to SES.
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses'

const ses = new SESClient({})

export interface Sending {
  readonly from: string
  readonly to: string
  readonly raw: Uint8Array
  readonly configurationSet: string
}

/** @returns SES's id of the message. @throws what SES answers: throttling, a refused address, a sandbox. */
export async function sendMail({ from, to, raw, configurationSet }: Sending): Promise<string> {
  const { MessageId } = await ses.send(
    new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
    }),
  )
  return MessageId ?? ''
}
