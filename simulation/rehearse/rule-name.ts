// Names where in a policy a term stands, in the words of the pages. Called by say.ts and silent-case.ts.
import type { AppliedRule } from '../../functions/case/clocks/clock.ts'
import { deadlineWords } from '../../functions/web/words/deadline.ts'
import { nameIn, topicName } from '../../regions/names.ts'
import type { Teller } from './teller.ts'

export function ruleName({ region, language }: Teller, { source, id }: AppliedRule): string {
  const say = deadlineWords[language]
  if (source === 'topic') return say.topic(topicName(region, id, language))
  const rule = region.policy.rules.find((one) => one.id === id)
  return source === 'rule' ? say.exception(nameIn(rule?.name, language)) : say.general[id as keyof typeof say.general]
}
