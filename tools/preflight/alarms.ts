// Whether the people whom the alarms are for will hear them. Called by checks.ts.
import { standing } from './before.ts'
import { inOrder, missing } from './finding.ts'
import type { Check } from './subject.ts'

/** As SNS names a subscription whose mail nobody has answered. */
const WAITS = 'PendingConfirmation'

export const recipients: Check = async (subject) => {
  const { account, needs, region } = subject
  const wanted = region.alarmRecipients
  const topic = (await standing(subject))?.find(({ type }) => type === 'AWS::SNS::Topic')
  if (!topic) return [inOrder(`After the deployment ${wanted.join(', ')} must confirm SNS's mail, to hear the alarms.`)]
  const subscribed = await account.subscriptions(topic.physicalId)
  const strangers = wanted.filter((one) => !subscribed?.get(one)?.startsWith('arn:') && subscribed?.get(one) !== WAITS)
  const silent = wanted.filter((one) => subscribed?.get(one) === WAITS)
  if (strangers.length + silent.length === 0)
    return [inOrder(`Who hears the alarms has confirmed it: ${wanted.join(', ')}.`)]
  return [
    ...silent.map((one) =>
      missing(`${one} hears no alarm: let them confirm the mail "AWS Notification - Subscription Confirmation".`),
    ),
    ...strangers.map((one) =>
      missing(
        `${one} is not subscribed to the alarms: deploy ${needs.stack}, or, if they unsubscribed, subscribe them to ${topic.physicalId} in SNS's console.`,
      ),
    ),
  ]
}
