// What routing ranked, as ready choices of whoever assigns a case: one tick instead of three lists.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import type { Reason } from '../../functions/routing/routing.ts'
import type { Region } from '../../regions/schema.ts'
import { asking, citizen, decline } from '../case/commands.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import { fileAfter, linkTo, operator, region } from './visits.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-02T08:00:00.000Z'), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const reason = (value: string): Reason => ({ step: 'keywords', about: 'topic', value, found: value })
const because = [reason('roads.pothole'), reason('roads.pothole'), reason('health.queue')]
const undecided = ({ municipality }: { municipality?: string } = { municipality: 'north' }): Unshown => ({
  type: 'Route',
  by: { role: 'system' },
  routing: { outcome: 'triage', topic: undefined, municipality, why: 'topic ambiguous', because },
})

function opened(...steps: Unshown[]): string {
  const file = fileAfter(steps)
  begin(region, file)
  return issue(linkTo(file, 'triage', operator.id))
}

const offered = (html: string) =>
  [...html.matchAll(/name="ready" value="([^"]*)"\/><span>([^<]*)/g)].map(([, ...one]) => one)

async function assign(secret: string, fields: Record<string, string>) {
  const { html } = await visit('triage', secret)
  return visit('triage', secret, { fields: { ...hiddenOf(html, 'assign'), action: 'assign', ...fields } })
}

describe('an operator', () => {
  it('is offered the topics that routing ranked, each with who answers for it there', async () => {
    const { html } = await visit('triage', opened(undecided()))
    expect(offered(html)).toEqual([
      ['roads.pothole north-office', 'Яма → Орган north-office'],
      ['health.queue health', 'Очередь к врачу → Орган health'],
    ])
    expect(html).not.toMatch(/name="ready"[^>]*checked/)
  })

  it('assigns it by one of them', async () => {
    const secret = opened(undecided())
    const fields = { ready: 'health.queue health', topic: '', municipality: 'north', organisation: '' }
    expect(await assign(secret, fields)).toMatchObject({ status: 303, location: '?done=assign' })
    expect(paper.given).toMatchObject([
      { type: 'Assign', topic: 'health.queue', organisation: 'health', municipality: 'north' },
    ])
  })

  it('lets the region’s rules say who answers for a topic and a place', async () => {
    const secret = opened(undecided())
    const fields = { topic: 'roads.manhole', municipality: 'south', organisation: 'by.routes' }
    expect((await assign(secret, fields)).status).toBe(303)
    expect(paper.given).toMatchObject([{ topic: 'roads.manhole', organisation: 'south-office' }])
  })

  it.each([
    ['by.routes', 'roads.manhole', '', 'municipality', 'Выберите место: без него правила никого не называют'],
    [
      'by.routes',
      'roads.manhole',
      'north',
      'organisation',
      'Правила здесь никого не называют: выберите сами',
      [],
    ],
    ['by.routes', '', '', 'topic', 'Выберите тему'],
    ['', 'roads.manhole', '', 'organisation', 'Выберите организацию'],
  ])(
    'is told what to choose: %s for %s at «%s»',
    async (organisation, topic, municipality, field, said, routes: Region['routes'] = region.routes) => {
      const secret = opened(undecided({}))
      paper.region = { ...region, routes }
      const refused = await assign(secret, { topic, municipality, organisation })
      const told = [...refused.html.matchAll(/<a href="#([\w-]+)">[^<]*? — ([^<]*)<\/a>/g)].map(([, id, text]) => [
        id,
        text,
      ])
      expect([refused.status, told, paper.given]).toEqual([422, [[field, said]], []])
    },
  )

  it('reads that the citizen is asked meanwhile, and that an answer was not enough', async () => {
    const ask = asking({ topic: ['roads.pothole', 'roads.manhole'], place: [] })
    const asked = (await visit('triage', opened(ask))).html
    expect(asked).toContain('Жителя спросили, о чём сообщение и где это. Если ответ придёт раньше')
    const supplied: Unshown = { type: 'Supply', by: citizen, topic: 'roads.pothole', municipality: 'north' }
    const again = (await visit('triage', opened(ask, supplied, undecided({})))).html
    expect(again).toContain('Жителя уже спрашивали. Ответ пришёл, но его не хватило.')
    expect([again, (await visit('triage', opened(undecided()))).html].join()).not.toContain('Жителя спросили')
  })

  it('is not offered what the rules leave open without a place, nor whoever sent the case back', async () => {
    const nowhere = (await visit('triage', opened(undecided({})))).html
    expect(offered(nowhere).map(([value]) => value)).not.toContain('roads.pothole north-office')
    const back = opened(
      undecided(),
      { type: 'Assign', by: operator, organisation: 'north-office', topic: 'roads.pothole', municipality: 'north' },
      decline,
    )
    expect(offered((await visit('triage', back)).html).map(([value]) => value)).toEqual(['health.queue health'])
  })
})
