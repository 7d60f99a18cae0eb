// Figures of official pages beside an account that is kept apart: every comment by itself, whatever order its facts came in; the tension index; links of
// widgets; what is to be mended.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficialPage } from '../../regions/schema.ts'
import { plusDays } from '../../functions/calendar/dates.ts'
import { addTo, type Counts } from '../../functions/statistics/counters.ts'
import {
  afterComment,
  type AuthorFacts,
  changeOf,
  type CommentFact,
  type CommentFacts,
  countsOfComment,
  isWaiting,
  withFact,
} from '../../functions/statistics/page-facts.ts'
import { classOf } from '../../functions/statistics/histogram.ts'
import { pageFigures, pageWeeks } from '../../functions/statistics/page-figures.ts'
import { toMend, widgetFault } from '../../functions/statistics/page-passport.ts'
import { mondaysBefore, tensionByPlace } from '../../functions/statistics/tension.ts'

const HOUR = 3_600_000
const now = '2026-03-20T12:00:00.000Z'
const today = '2026-03-20'
const ago = (hours: number) => new Date(Date.parse(now) - hours * HOUR).toISOString()

interface Written {
  readonly hours: number
  /** After so many hours, where it was. */
  readonly answeredAfter: number | undefined
  readonly dismissed: boolean
}

/** Comments of the last 25 days; none is answered in the future. */
const written = fc
  .record({
    hours: fc.integer({ min: 0, max: 600 }),
    after: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    dismissed: fc.boolean(),
  })
  .map(({ hours, after, dismissed }): Written => {
    const answeredAfter = after === undefined || after > hours ? undefined : after
    return { hours, answeredAfter, dismissed: dismissed && answeredAfter === undefined }
  })

const factsOf = ({ hours, answeredAfter, dismissed }: Written): CommentFact[] => [
  { what: 'commented', at: ago(hours) },
  ...(answeredAfter === undefined ? [] : [{ what: 'answered', at: ago(hours - answeredAfter) } as const]),
  ...(dismissed ? [{ what: 'dismissed', at: ago(0) } as const] : []),
]

/** As the store does: what changes is added to the day. */
function counted(all: readonly { readonly comment: number; readonly fact: CommentFact }[]) {
  const known = new Map<number, CommentFacts>()
  const days = new Map<string, Record<string, number>>()
  for (const { comment, fact } of all) {
    const before = known.get(comment) ?? {}
    const after = withFact(before, fact)
    known.set(comment, after)
    const date = (after.at ?? fact.at).slice(0, 10)
    const day = days.get(date) ?? {}
    days.set(date, day)
    addTo(day, changeOf(countsOfComment(before), countsOfComment(after)))
  }
  const waiting = [...known.values()].filter(isWaiting).map(({ at }) => ({ at: at! }))
  return { days: [...days].map(([date, counts]) => ({ date, counts: counts as Counts })), waiting }
}

describe('comments and their answers', () => {
  it('are counted as whoever looks at each would, in any order and however often they are told', () => {
    const shuffledTwice = (all: readonly Written[]) => {
      const told = all.flatMap((one, comment) => factsOf(one).map((fact) => ({ comment, fact })))
      return fc.shuffledSubarray([...told, ...told], { minLength: 2 * told.length, maxLength: 2 * told.length })
    }
    const given = fc.array(written, { maxLength: 30 }).chain((all) => fc.tuple(fc.constant(all), shuffledTwice(all)))
    fc.assert(
      fc.property(given, ([all, told]) => {
        const { days, waiting } = counted(told)
        const figures = pageFigures(days, waiting, today, now)
        const toAnswer = all.filter((one) => !one.dismissed)
        const answers = toAnswer.flatMap(({ answeredAfter }) => answeredAfter ?? []).sort((a, b) => a - b)
        const share = (hours: number) => {
          const due = toAnswer.filter((one) => one.answeredAfter !== undefined || one.hours >= hours)
          const inTime = due.filter((one) => one.answeredAfter !== undefined && one.answeredAfter <= hours)
          return due.length < 2 ? null : inTime.length / due.length
        }
        const middle = answers[Math.max(1, Math.ceil(answers.length / 2)) - 1]
        const oldest = Math.max(...toAnswer.filter((one) => one.answeredAfter === undefined).map((one) => one.hours))
        expect(figures).toEqual({
          ...{ posts: 0, comments: all.length, toAnswer: toAnswer.length, answered: answers.length },
          shares: { 4: share(4), 8: share(8), 24: share(24) },
          // The bound of the class that the middle one lies in.
          medianHours: answers.length < 2 ? null : classOf(middle! * HOUR) / 60,
          ...{ repeatAuthors: 0, waiting: toAnswer.length - answers.length },
          ...(oldest >= 0 && { oldestAt: ago(oldest) }),
        })
      }),
      { numRuns: 200 },
    )
  })

  it('an author who writes again within thirty days comes back once, however often', () => {
    const write = (hours: readonly number[]) => {
      let author: AuthorFacts | undefined
      return hours.map((one) => {
        const after = afterComment(author, ago(one))
        author = after.author
        return after.counted
      })
    }
    expect(write([24 * 20, 24 * 10, 24 * 5])).toEqual([false, true, false])
    expect(write([24 * 70, 24 * 35, 24 * 2])).toEqual([false, false, false])
    expect(write([24 * 70, 24 * 65, 24 * 40, 24 * 20])).toEqual([false, true, false, true])
  })

  it('weeks hold the days from Monday to Sunday; of fewer than two comments no share is told', () => {
    const mondays = mondaysBefore(today, 2)
    expect(mondays).toEqual(['2026-03-02', '2026-03-09'])
    const day = (date: string, counts: Counts) => ({ date, counts })
    const days = [
      day('2026-03-01', { posts: 9 }),
      day('2026-03-02', { posts: 1, comments: 1, answered: 1, in8: 1, c60: 1 }),
      day('2026-03-09', { posts: 2, comments: 3, answered: 1, dismissed: 1, in8: 1, c60: 1 }),
      day('2026-03-15', { posts: 1 }),
    ]
    expect(pageWeeks(days, mondays)).toEqual([
      { monday: '2026-03-02', posts: 1, toAnswer: 1, answered: 1, share: null, medianHours: null },
      { monday: '2026-03-09', posts: 3, toAnswer: 2, answered: 1, share: 0.5, medianHours: 1 },
    ])
  })
})

describe('the tension index', () => {
  const topic = (id: string, more: object = {}) => ({ id, important: false, emergency: false, ...more })
  const topics = [
    topic('heat.outage', { important: true }),
    topic('gas.leak', { important: true, emergency: true }),
    topic('roads.pothole'),
  ] as never
  const came = (date: string, municipality: string, id: string, received: number) => ({
    ...{ date, of: { channel: 'vk', municipality, topic: id }, counts: { received } as Counts },
  })

  it('is high and critical by all, as the published weeks are: (188 + 52) ÷ 2426 and (93 + 1) ÷ 1820', () => {
    const counters = [
      came('2026-03-09', 'one', 'heat.outage', 188),
      came('2026-03-12', 'one', 'gas.leak', 52),
      came('2026-03-15', 'one', 'roads.pothole', 2186),
      came('2026-03-10', 'two', 'heat.outage', 93),
      came('2026-03-10', 'two', 'gas.leak', 1),
      came('2026-03-11', 'two', 'roads.pothole', 1726),
      came('2026-03-16', 'two', 'gas.leak', 50),
    ] as never
    const found = tensionByPlace(topics, counters, ['2026-03-09'])
    const [one] = found.get('one')!
    const [two] = found.get('two')!
    expect([one!.messages, one!.high, one!.critical, (100 * one!.index!).toFixed(1), one!.change]).toEqual([
      ...[2426, 188, 52, '9.9', null],
    ])
    expect([two!.messages, two!.high, two!.critical, (100 * two!.index!).toFixed(1)]).toEqual([1820, 93, 1, '5.2'])
  })

  it('says how it changed, and nothing of a week with one message', () => {
    const monday = '2026-03-02'
    const counters = [
      ...[came(monday, 'one', 'heat.outage', 1), came(monday, 'one', 'roads.pothole', 1)],
      ...[came(plusDays(monday, 7), 'one', 'heat.outage', 3), came(plusDays(monday, 8), 'one', 'roads.pothole', 1)],
      came(plusDays(monday, 14), 'one', 'gas.leak', 1),
    ] as never
    const mondays = [monday, plusDays(monday, 7), plusDays(monday, 14)]
    expect(tensionByPlace(topics, counters, mondays).get('one')).toEqual([
      { monday: mondays[0], messages: 2, high: 1, critical: 0, index: 0.5, change: null },
      { monday: mondays[1], messages: 4, high: 3, critical: 0, index: 0.75, change: 0.25 },
      { monday: mondays[2], messages: 1, high: 0, critical: 1, index: null, change: null },
    ])
  })
})

describe('the passport', () => {
  const form = 'https://pos.gosuslugi.ru/form/?opaId=1&utm_source=vk&utm_medium=46&utm_campaign=1020000000046'
  const votes =
    'https://pos.gosuslugi.ru/og/org-activities?mun_code=38701000&utm_source=vk2&utm_medium=7114&utm_campaign=1020000000046'

  it.each([
    [form, undefined],
    [votes, undefined],
    [votes.replace('mun_code=38701000', 'reg_code=46'), undefined],
    [form.replace('pos.gosuslugi.ru', 'pos.gosuslugi.example'), 'host'],
    [form.replace('/form/', '/'), 'host'],
    [form.replace('https', 'http'), 'host'],
    ['no address', 'host'],
    [form.replace('opaId=1', 'opaId=x'), 'opaId'],
    [votes.replace('mun_code=38701000', 'mun_code=1'), 'reg_code'],
    [form.replace('utm_source=vk', 'utm_source=ok'), 'utm_source'],
    [form.replace('utm_medium=46', 'utm_medium=4'), 'utm_medium'],
    [form.replace('1020000000046', '102'), 'utm_campaign'],
  ])('a widget’s link %s: %s', (link, fault) => expect(widgetFault(link, 'vk')).toBe(fault))

  const page: OfficialPage = {
    ...{ id: 'one', network: 'vk', address: 'https://vk.com/one', name: 'One', organisation: 'office' },
    ...{ responsible: ['somebody'], mark: true, widgets: [form], contacts: true, channel: 'vk' },
  }
  const head = { page: 'one', since: ago(24 * 30), lastPostAt: ago(24) }

  it.each([
    ['nothing, of a page as it should be', {}, {}, 3, []],
    [
      'what its file says is missing',
      { mark: false, responsible: [], widgets: [], contacts: false },
      {},
      3,
      ['mark', 'no-widget', 'contacts', 'nobody'],
    ],
    [
      'what was found on it, whatever its file says',
      {},
      { widgets: ['https://pos.gosuslugi.ru/form/'], contacts: false },
      3,
      ['wrong-widget', 'contacts'],
    ],
    ['silence of more than seven days', {}, { lastPostAt: ago(24 * 8) }, 0, ['silent', 'few-posts']],
    ['no silence of seven', {}, { lastPostAt: ago(24 * 7 + 1) }, 3, []],
    ['few posts', {}, {}, 2, ['few-posts']],
    [
      'nothing of its posts, where it is known for less than a week',
      {},
      { since: ago(24 * 6), lastPostAt: undefined },
      0,
      [],
    ],
  ] as const)('names %s', (_, ofPage, ofHead, posts, expected) => {
    expect(toMend({ ...page, ...ofPage } as OfficialPage, { ...head, ...ofHead } as never, { posts }, now)).toEqual(
      expected,
    )
  })

  it('names what nobody hears, of networks that can be heard; a site has no mark', () => {
    const unheard = (network: OfficialPage['network']) => {
      const { channel: _, ...rest } = page
      return toMend({ ...rest, network, mark: false }, undefined, { posts: 0 }, now)
    }
    expect([unheard('vk'), unheard('ok'), unheard('site')]).toEqual([['mark', 'unread'], ['mark'], []])
  })
})
