// Letters of a sensitive topic carry nothing that anybody wrote: every kind, every language, alone and in a digest, in any life.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { contactOf } from '../../functions/case/people.ts'
import { mapKept } from '../../functions/case/texts.ts'
import { letterHtml, letterText } from '../../functions/mail/blocks.tsx'
import { digestOf } from '../../functions/mail/digest.ts'
import { letterFor } from '../../functions/mail/letters.ts'
import type { LetterInput } from '../../functions/mail/letter-input.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { live, steps } from '../case/random-case.ts'
import { littleRegion } from '../little-region.ts'

const MARK = 'НЕЛЬЗЯ-В-ПИСЬМО'
const little: Region = { ...littleRegion({ moderateMessages: true }), languages: ['ru', 'en'] }
const withTopics = (sensitive: boolean): Region => ({
  ...little,
  topics: little.topics.map((topic) => ({ ...topic, sensitive })),
})

type Plan = Parameters<typeof live>[2]

/** Everything that is mailed in a life whose every text is the mark, once its topic is known. */
function mailsOf(region: Region, plan: Plan): { kind: string; mail: string }[] {
  const marked = plan.map((step) => ({ ...step, command: mapKept(step.command, () => MARK) }))
  const lived = live(region, true, marked)
  const events = lived.flatMap((step) => step.events)
  const personal = new Map(
    ['M1', 'M2', 'M3'].map((messageId) => [
      messageId,
      { messageId, text: MARK, address: MARK, author: { name: MARK, email: 'zhitel@example.org' } },
    ]),
  )
  return lived.flatMap(({ after: state, events: happened, at }) =>
    state.topic === undefined
      ? []
      : happened.flatMap((event) => {
          const file: CaseFile = {
            ...{ state, personal, settled: 0, notices: [], counted: [], fedUpTo: 0 },
            events: events.slice(0, state.version),
          }
          return noticesFor(region, state, event).flatMap((notice) =>
            region.languages.map((language: Language) => {
              const recipient = notice.recipient === 'citizen' ? 'citizen' : contactOf(region, notice.recipient)!
              const linkUrl = 'https://otklik.example/a/0'
              const input: LetterInput = { region, file, event, notice, recipient, linkUrl, language, at }
              const letters = [letterFor(input), digestOf([input, input], at)]
              const mail = letters.map((one) =>
                [one.subject, letterText(one), letterHtml(one, language, region)].join(),
              )
              return { kind: `${notice.kind} ${String(recipient === 'citizen')}`, mail: mail.join() }
            }),
          )
        }),
  )
}

/** In this life every sort of text is written. */
const begun = [
  { command: { type: 'Admit', by: { role: 'operator', id: 'operator-1' } }, minutes: 1 },
  {
    command: {
      type: 'Route',
      by: { role: 'system' },
      routing: {
        ...{ outcome: 'routed', topic: 'roads.pothole', municipality: 'north', organisation: 'north-office' },
        because: [{ step: 'keywords', found: MARK }],
      },
    },
    minutes: 1,
  },
  { command: { type: 'ConfirmAddress', by: { role: 'citizen' } }, minutes: 1 },
] as Plan

const by = { role: 'responder', id: 'north-office-responder' } as const
const answered = [
  { command: { type: 'Answer', by, text: MARK, sort: 'done' }, minutes: 1 },
  { command: { type: 'ApproveAnswer', by: { role: 'moderator', id: 'moderator-1' } }, minutes: 1 },
] as Plan

describe('letters of a sensitive topic', () => {
  it('carry no text, whatever happens', () => {
    fc.assert(
      fc.property(steps, (plan) => {
        const told = mailsOf(withTopics(true), [...begun, ...plan])
        expect(told.filter(({ mail }) => mail.includes(MARK)).map(({ kind }) => kind)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('differ in that from those of others, which carry it', () => {
    const kinds = new Set<string>()
    for (const plan of [...fc.sample(steps, { numRuns: 60, seed: 1 }), answered])
      for (const { kind, mail } of mailsOf(withTopics(false), [...begun, ...plan]))
        if (mail.includes(MARK)) kinds.add(kind)
    for (const kind of ['work false', 'review false', 'receipt false', 'answer true', 'question true'])
      expect([...kinds]).toContain(kind)
  })

  it('to the citizen do not name the topic', () => {
    const told = mailsOf(withTopics(true), begun).filter(({ kind }) => kind.endsWith('true'))
    const { name } = little.topics.find(({ id }) => id === 'roads.pothole')!
    expect(told.length).toBeGreaterThan(0)
    for (const { mail } of told) for (const one of Object.values(name)) expect(mail).not.toContain(one)
  })
})
