// The way by e-mail: composes the message and hands it to SES. Called by notify.
import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses'
import { composeMail } from '../compose.ts'
import type { Courier, Handed, Parcel } from '../courier.ts'
import { tagsFor } from '../tags.ts'

/** Tried once: where no answer came, the mail may have been taken, and a second try is to be seen (store/notices). */
const ses = new SESClient({ maxAttempts: 1 })
// Nobody keeps the log it writes (store/table.ts).
ses.middlewareStack.remove('loggerMiddleware')

/** What SES answers when it is the address or the message that it does not take. */
const refusals = ['MessageRejected', 'InvalidParameterValue']

/** @param configurationSet its name, asked for when a mail is sent */
export function emailCourier(configurationSet: () => string): Courier {
  return {
    async send(parcel) {
      let raw: Buffer
      try {
        const cases = [...new Set(parcel.notices.map(({ caseId }) => caseId))]
        raw = await composeMail({ ...parcel, cases })
      } catch (error) {
        return { outcome: 'refused', fault: 'letter', error }
      }
      return handOver(parcel, raw, configurationSet())
    },
  }
}

async function handOver({ region, to, recipient, notices }: Parcel, raw: Buffer, configurationSet: string) {
  const { from } = region.mail
  const command = new SendRawEmailCommand({
    Source: from,
    Destinations: [to.address],
    RawMessage: { Data: raw },
    ConfigurationSetName: configurationSet,
    Tags: tagsFor(recipient, notices),
  })
  try {
    const { MessageId } = await ses.send(command)
    return { outcome: 'sent', id: MessageId ?? '' } satisfies Handed
  } catch (error) {
    return judgeError(error, from)
  }
}

/** Of a lost answer or a fault of SES's own nobody knows whether the mail was sent. */
function judgeError(error: unknown, from: string): Handed {
  const status = error instanceof SESServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0
  if (status < 400 || status >= 500) throw error
  const { name, message } = error as SESServiceException
  const ours = message.includes(from) || /paused|suspended|quota/i.test(message)
  if (!refusals.includes(name) || ours) return { outcome: 'later', error }
  return { outcome: 'refused', fault: 'recipient', error }
}
