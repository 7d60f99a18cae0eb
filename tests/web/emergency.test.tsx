// Whom to call in danger: on the form for everybody, on the pages and mails of a case wherever its topic is a danger to life.
import { expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { letterText } from '../../functions/mail/blocks.tsx'
import { letterFor } from '../../functions/mail/letters.ts'
import { ReportPage } from '../../functions/report/report-page.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import { TrackPage } from '../../functions/track/track-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { loadRegion } from '../../regions/load.ts'
import type { Language } from '../../regions/schema.ts'
import { answered, assigned, fileAfter, moderator, nonce, region, request, visitTo } from './visits.ts'

const within = { ...region, topics: region.topics.map((one) => ({ ...one, emergency: one.id === 'roads.pothole' })) }
const block = /<section class="emergency"><h2>[^<]+<\/h2>.*?href="tel:112">112<\/a>.*?href="tel:104">104<\/a>/
const triaged: Unshown = {
  type: 'Route',
  by: { role: 'system' },
  routing: { outcome: 'triage', topic: 'roads.pothole', municipality: undefined, why: 'place unknown', because: [] },
}
const approved: Unshown = { type: 'ApproveAnswer', by: moderator }

it.each(['ru', 'en'] as const)('the form begins with whom to call (%s)', (language: Language) => {
  const asked = request({}, undefined, language)
  const html = document(<ReportPage request={asked} region={region} nonce={nonce} errors={{}} fields={{}} />)
  const first = { ru: 'Есть угроза жизни? Звоните ', en: 'Is life in danger? Call ' }[language]
  expect(html).toMatch(
    new RegExp(
      `</h1><p class="emergency"><span>\\${first[0]}${first.slice(1).replace('?', '\\?')}<a href="tel:112">112</a>`,
    ),
  )
})

it('the citizen’s page and an operator’s say so of a danger, while something can be done, and of nothing else', () => {
  const track = (file: ReturnType<typeof fileAfter>, here = within, mailed?: true) =>
    block.test(document(<TrackPage {...visitTo(file, 'track', { within: here, ...(mailed && { mailed }) })} />))
  expect([
    track(fileAfter([triaged])),
    track(fileAfter([assigned])),
    track(fileAfter([assigned]), within, true),
  ]).toEqual([...[true, true, true]])
  expect([track(fileAfter([assigned, answered, approved])), track(fileAfter([assigned]), region)]).toEqual([
    false,
    false,
  ])
  const triage = (here = within) =>
    document(<ReviewPage {...visitTo(fileAfter([triaged]), 'triage', { within: here })} />)
  expect([block.test(triage()), block.test(triage(region))]).toEqual([true, false])
})

it.each([
  ['nobody answers yet', triaged, 'received'],
  ['somebody answers', assigned, 'registered'],
] as const)('the mail at once says so, too: %s', (_, command, kind) => {
  const file = fileAfter([command])
  const sent = (mailing?: 'confirmed', here = within) =>
    letterText(
      letterFor({
        ...{
          region: here,
          file: { ...file, state: { ...file.state, ...(mailing && { mailing }) } },
          event: file.events[1]!,
        },
        ...{
          notice: { recipient: 'citizen', kind, link: 'track' },
          recipient: 'citizen',
          linkUrl: 'https://x.example/t/1',
        },
        ...{ language: 'ru', at: file.state.updatedAt },
      }),
    )
  for (const text of [sent(), sent('confirmed')])
    expect(text).toMatch(
      /\n\nОпасно прямо сейчас\? Не ждите ответа\.\nЕсть угроза жизни\? Звоните 112\.\nПахнет газом\? Звоните 104\.\n\n/,
    )
  expect(sent('confirmed', region)).not.toContain('112')
})

it('topics that are a danger to life are marked in the catalogue', () => {
  const marked = loadRegion('87').topics.filter(({ emergency }) => emergency)
  expect(marked.map(({ id }) => id)).toEqual([
    ...['energy.wires', 'energy.gas-smell', 'yards.manhole', 'ecology.fire', 'ecology.landslide', 'health.ambulance'],
  ])
})
