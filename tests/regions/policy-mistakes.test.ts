// Mistakes in a region's policy are found as those in the rest of its file, at their path and in words that say what to do.
import { expect, test } from 'vitest'
import { mistakesIn, spoilt, valid } from './spoilt.ts'

const { rules } = valid.policy

test.each<[what: string, place: string, value: unknown, path: string, message: RegExp]>([
  [
    'an exception for a topic that is none',
    'policy.rules[0].topics',
    ['roads.snwo'],
    'policy.rules[0].topics[0]',
    /no topic or group/,
  ],
  [
    'an exception for a place that is none',
    'policy.rules[0].municipalities',
    ['magadan'],
    'policy.rules[0].municipalities[0]',
    /no municipality/,
  ],
  ['an exception that changes nothing', 'policy.rules[0].terms', {}, 'policy.rules[0].terms', /changes no term/],
  [
    'an exception without a name in a language',
    'policy.rules[0].name',
    { ru: 'Важные' },
    'policy.rules[0].name',
    /no text in "en"/,
  ],
  [
    'two exceptions under one id',
    'policy.rules[1]',
    rules[0],
    'policy.rules[1].id',
    /already the id of policy\.rules\[0\]/,
  ],
  [
    'warnings out of order',
    'policy.reminders.warnings',
    [{ at: 0.8 }, { at: 0.5 }],
    'policy.reminders.warnings[1].at',
    /later than the one before/,
  ],
  [
    'a share over the whole',
    'policy.reminders.warnings[0].at',
    1.2,
    'policy.reminders.warnings[0].at',
    /between 0 and 1/,
  ],
  [
    'an escalation to nobody',
    'policy.reminders.escalations[0].to',
    'mayor',
    'policy.reminders.escalations[0].to',
    /"responder" or "deputy"/,
  ],
  ['a digest at night', 'policy.quietHours.digestAt', '05:00', 'policy.quietHours.digestAt', /in the quiet hours/],
  ['an hour that is none', 'policy.quietHours.from', '25:00', 'policy.quietHours.from', /time of day/],
  [
    'a unit of time that is none',
    'policy.terms.message.rating.unit',
    'weeks',
    'policy.terms.message.rating.unit',
    /"working minutes" or/,
  ],
])('in a policy: %s', (_, place, value, path, message) => {
  expect(mistakesIn(spoilt([place, value]))).toEqual([{ path, message: expect.stringMatching(message) as string }])
})
