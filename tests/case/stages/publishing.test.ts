// A moderator puts an answer on the public pages and takes it off; what ends the answer takes it off by itself: whole events and every
// refusal.
import { describe, expect, it } from 'vitest'
import type { Unshown } from '../../../functions/case/commands.ts'
import { publicAnswerOf, publishedTopics } from '../../../functions/case/publication.ts'
import {
  answer,
  approve,
  assign,
  citizen,
  moderator,
  operator,
  publish,
  rate,
  reopen,
  route,
  submit,
  system,
  unpublish,
} from '../commands.ts'
import { event, start, stop } from '../expected.ts'
import { given, type Story, utc } from '../story.ts'

const ANSWERED = '2026-03-03T11:00'
const NEXT = '2026-03-04T10:00'
const told = { as: 'p1', question: 'Яма на дороге.', text: 'Яма засыпана.' }
const waiting = () => given(submit(), route, '2026-03-03T10:00', answer(), ANSWERED)
const answered = () => waiting().given(approve)
const published = () => answered().given(publish())
const takenOff = (at: string, after?: 'reopened' | 'erased') =>
  event('unpublished', at, after ? system : moderator, { ...(after && { after }) })

describe('Publish', () => {
  it('puts the question and the answer where anybody reads them', () => {
    answered()
      .when(NEXT, publish())
      .then([event('published', NEXT, moderator, told)])
  })

  it('of what stands there already changes nothing; other words take its place', () => {
    published()
      .when(NEXT, publish({ text: ' Яма засыпана. ' }))
      .then([])
    published()
      .when(NEXT, publish({ text: 'Засыпана и заасфальтирована.' }))
      .then([event('published', NEXT, moderator, { ...told, text: 'Засыпана и заасфальтирована.' })])
  })

  it('needs both texts', () => {
    answered()
      .when(NEXT, publish({ question: ' ' }))
      .then('empty text')
    answered()
      .when(NEXT, publish({ text: '' }))
      .then('empty text')
  })

  it.each<[string, () => Story]>([
    ['of a topic that is not opened', () => given(submit(), assign({ topic: 'roads.manhole' }), answer(), approve)],
    ['of an appeal under the law', () => given(submit({ regime: 'statutory' }), route, answer(), approve)],
    ['of a test', () => given(submit({ test: true }), route, answer(), approve)],
    ['of a case that ended without an answer', () => waiting().given({ type: 'Withdraw', by: citizen })],
  ])('%s is refused', (_, story) => {
    story().when(NEXT, publish()).then('not public')
  })

  it('on a page from before it was reopened is refused', () => {
    answered()
      .given(reopen, answer(), approve)
      .when(NEXT, publish({ round: 0 }))
      .then('superseded')
  })
})

describe('ApproveAnswer with what the public may read', () => {
  const both: Unshown = { ...approve, publish: told }

  it('publishes by the same act', () => {
    waiting()
      .when(ANSWERED, both)
      .then([
        event(
          'answer_approved',
          ANSWERED,
          moderator,
          { text: answer().text, kind: 'final', sort: 'done', edited: false },
          [...stop('finalAnswer', 'answerReview'), start('rating', ANSWERED)],
        ),
        event('published', ANSWERED, moderator, told),
      ])
  })

  it('of an interim answer, or where nothing is opened, approves nothing', () => {
    const promised: Unshown = { ...answer(), sort: 'promised', promisedFor: '2026-03-10' }
    given(submit(), route, '2026-03-03T10:00', promised).when(ANSWERED, both).then('not public')
    given(submit(), assign({ topic: 'roads.manhole' }), answer())
      .when(ANSWERED, both)
      .then('not public')
  })
})

describe('Unpublish', () => {
  it('takes the answer off, once', () => {
    published()
      .when(NEXT, unpublish)
      .then([takenOff(NEXT)])
    published().given(unpublish).when(NEXT, unpublish).then('not now')
    answered().when(NEXT, unpublish).then('not now')
  })
})

describe('an answer is off the public pages by the same act', () => {
  const off = (command: Unshown) => {
    const story = published()
    const events = story.follows(NEXT, command)
    return [events.map(({ type }) => type), events.at(-1), story.state.publication]
  }

  it('that reopens its case', () => {
    expect(off(reopen)).toEqual([['reopened', 'unpublished'], takenOff(NEXT, 'reopened'), undefined])
    expect(off(rate({ reopen: true, reason: 'Яма на месте.' }))).toEqual([
      ['rated', 'reopened', 'unpublished'],
      takenOff(NEXT, 'reopened'),
      undefined,
    ])
  })

  it('that erases what was written', () => {
    for (const command of [
      { type: 'RequestErasure', by: citizen },
      { type: 'Erase', by: operator, ground: 'order' },
    ] as const)
      expect(off(command)).toEqual([['erased', 'unpublished'], takenOff(NEXT, 'erased'), undefined])
  })

  it('so that a case that is merged or withdrawn afterwards has nothing there', () => {
    const reopened = published().given(reopen)
    expect(reopened.says(NEXT, { type: 'Withdraw', by: citizen })).toBe('closed')
    expect(reopened.state.publication).toBeUndefined()
    reopened.when(NEXT, publish()).then('not public')
  })

  it('but stays when its case is rated or closes by time', () => {
    const story = published().given('2026-03-17T23:59', { type: 'Tick', by: system })
    expect([story.state.status, story.state.publication?.as]).toEqual(['closed', 'p1'])
    expect(off(rate({ solved: true, score: 5 }))[0]).toEqual(['rated', 'closed'])
  })
})

describe('what anybody may read', () => {
  it('is the two texts, the topic, the place, the organisation, days, and what the citizen said of it', () => {
    const story = published()
    const shown = {
      ...{ as: 'p1', since: utc(ANSWERED), at: utc(ANSWERED), language: 'ru' },
      ...{ question: told.question, text: told.text, topic: 'roads.pothole', municipality: 'north' },
      ...{ organisation: 'north-office', receivedOn: '2026-03-02', answeredOn: '2026-03-03', sort: 'done' },
    }
    expect(publicAnswerOf(story.region, story.state)).toEqual(shown)
    story.given(NEXT, rate({ solved: false, score: 1 }))
    expect(publicAnswerOf(story.region, story.state)).toEqual({ ...shown, solved: false })
    expect(publicAnswerOf(story.region, answered().state)).toBeUndefined()
  })

  it('is of the topics that the file opens, and of none that is marked sensitive', () => {
    const { region } = answered()
    const opening = (answers: string[] | undefined, sensitive?: true): string[] => {
      const topics = region.topics.map((topic) => ({ ...topic, ...(sensitive && { sensitive }) }))
      const open = answers ? { ...region.public!, answers } : undefined
      return [...publishedTopics({ topics, public: open })]
    }
    expect(opening(['roads.*'])).toEqual(['roads.pothole', 'roads.manhole'])
    expect(opening(['*'], true)).toEqual([])
    expect(opening([])).toEqual([])
    expect(opening(undefined)).toEqual([])
  })
})
