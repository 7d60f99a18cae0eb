// Chooses a topic to try a region with at any hour: mails about what is important do not wait for the morning. Called
// by npm start and smoke.
import type { Region, Topic } from '../regions/schema.ts'

/** The region's first important topic without a season; where it has none, the first that has no season. */
export function topicAtAnyHour({ topics }: Region): Topic {
  const always = topics.filter((one) => !one.season)
  return always.find((one) => one.important) ?? always[0]!
}
