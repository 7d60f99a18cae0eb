// The clock is moved past every deadline of a case that nobody touches: warning, breach and each step of escalation come
// in their order, to whom the policy names, and the case can still be answered afterwards.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { linkIn, open, openOwn, send } from '../../tools/visitor.ts'
import { regionAtWork, type RegionAtWork } from './region-at-work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
let work: RegionAtWork

beforeAll(async () => {
  // Monday, 2 March 2026, 10:00 in Grozny.
  work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
})
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
/** A topic of the town's own: the region's ordinary terms, but a final answer within three working days. */
const topic = () => {
  const input = { text: '', municipality: 'groznyy', date: '2026-03-02' }
  const short = work.region.topics.filter(({ terms, important, season }) => {
    const { amount, unit } = terms?.finalAnswer ?? work.region.policy.terms.message.finalAnswer
    return unit === 'working days' && amount <= 3 && !terms?.firstResponse && !important && !season
  })
  return short.find((one) => {
    const routing = routeMessage(work.region, { ...input, topic: one.id })
    return routing.outcome === 'routed' && routing.organisation === office().id
  })!.id
}
const submit = async () => {
  await work.morning()
  const message = {
    text: 'Автобус не приходит.',
    topic: topic(),
    municipality: 'groznyy',
    author: { email: 'k.citizen@example.org' },
  }
  return ((await (await work.post(message)).json()) as { id: string }).id
}
const about = async (to: string, caseId: string) =>
  (await work.mails(to)).filter((mail) => mail.subject.includes(caseId))
const types = async (caseId: string) => (await work.get(caseId)).history.map((entry) => entry.type)

describe('a case that nobody touches', () => {
  let caseId: string

  it('warns before acceptance is due, in working time', async () => {
    caseId = await submit()
    await work.engine.idle()
    await work.engine.advance(1.5 * HOUR)
    expect(await types(caseId)).toEqual(['received', 'assigned'])
    await work.engine.advance(HOUR)
    expect(await types(caseId)).toEqual(['received', 'assigned', 'warned'])
    await work.engine.advance(2 * HOUR)
    expect(await types(caseId)).toEqual(['received', 'assigned', 'warned', 'warned'])
    expect((await about(office().responder.email, caseId)).length).toBe(3)
  })

  it('is missed, and escalates to the deputy, the supervisor and the operator', async () => {
    await work.engine.advance(9 * DAY)
    const history = await types(caseId)
    expect(history.filter((type) => type === 'missed').length).toBe(3)
    const { deadlines } = await work.get(caseId)
    expect(deadlines.map((one) => [one.clock, one.missed]).sort()).toEqual([
      ['acceptance', true],
      ['finalAnswer', true],
      ['firstResponse', true],
    ])
    for (const person of [office().deputy!, office().supervisor!, work.desk(caseId).operators[0]!]) {
      expect((await about(person.email, caseId)).length, person.id).toBeGreaterThan(0)
    }
    expect(history.filter((type) => type === 'escalated').length).toBe(
      // One line at a time: the acceptance's, then the answer's.
      2 * work.region.policy.reminders.escalations.length,
    )
  })

  it('is told of once: more time brings no more mail', async () => {
    const before = (await about(office().supervisor!.email, caseId)).length
    await work.engine.advance(5 * DAY)
    expect((await about(office().supervisor!.email, caseId)).length).toBe(before)
  })

  it('can still be answered, by the supervisor’s own link', async () => {
    const mail = (await about(office().supervisor!.email, caseId)).at(-1)!
    const page = await open(linkIn(mail.text, '/a/', work.engine.apiUrl))
    await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Автобус снова ходит.' })
    expect((await work.get(caseId)).status).toBe('answer_review')
  })
})

describe('a citizen who does not reply', () => {
  it('lets the case be closed, and may reopen it', async () => {
    const caseId = await submit()
    const mail = (await about(office().responder.email, caseId)).at(-1)!
    const page = await open(linkIn(mail.text, '/a/', work.engine.apiUrl))
    await send(page, 'name="question"', { action: 'ask', question: 'Какой маршрут?' })
    await work.engine.advance(4 * DAY)
    expect(await work.get(caseId)).toMatchObject({ status: 'closed', outcome: 'no reply' })
    const closed = (await about('k.citizen@example.org', caseId)).at(-1)!
    await send(await openOwn(linkIn(closed.text, '/t/', work.engine.apiUrl)), 'name="reason"', {
      action: 'reopen',
      reason: 'Маршрут 7.',
    })
    expect((await work.get(caseId)).status).toBe('assigned')
  })
})

describe('an answered case that nobody rates', () => {
  it('is closed when the time to rate is over', async () => {
    const caseId = await submit()
    const mail = (await about(office().responder.email, caseId)).at(-1)!
    await send(await open(linkIn(mail.text, '/a/', work.engine.apiUrl)), 'name="answer"', {
      action: 'answer',
      kind: 'done',
      answer: 'Ходит.',
    })
    const review = (await about(work.desk(caseId).moderators[0]!.email, caseId)).at(-1)!
    await send(await open(linkIn(review.text, '/r/', work.engine.apiUrl)), 'value="approve"', {
      action: 'approve',
      'sure-approve': 'yes',
    })
    await work.engine.advance(16 * DAY)
    expect(await work.get(caseId)).toMatchObject({ status: 'closed', outcome: 'answered' })
  })
})
