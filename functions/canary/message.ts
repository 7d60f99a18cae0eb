// The message by which a region is tried at any hour. Posted by the canary and by npm run smoke.
import type { Region, Topic } from '../../regions/schema.ts'

/** @param email whose message it is said to be */
export function trialMessage(region: Region, email: string) {
  const office = region.organisations.find((one) => one.municipality !== undefined)
  const topic = topicAtAnyHour(region)
  return {
    text: `Проверка связи, отвечать по существу не нужно: ${Object.values(topic.name)[0]}.`,
    topic: topic.id,
    municipality: office?.municipality ?? region.municipalities[0]!.id,
    author: { email },
  }
}

/** The region's first important topic without a season, of which mails do not wait for the morning; where it has none, the first that has no season. */
export function topicAtAnyHour({ topics }: Region): Topic {
  const always = topics.filter((one) => !one.season)
  return always.find((one) => one.important) ?? always[0]!
}
