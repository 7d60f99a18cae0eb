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
  [...html.matchAll(/name="ready" value="([^"]*)"[^>]*\/><span>([^<]*)/g)].map(([, ...one]) => one)

async function assign(secret: string, fields: Record<string, string>) {
  const { html } = await visit('triage', secret)
  return visit('triage', secret, { fields: { ...hiddenOf(html, 'assign'), action: 'assign', ...fields } })
}

describe('an operator', () => {
  it('is offered the topics that routing ranked, each with who answers for it there', async () => {
    const { html } = await visit('triage', opened(undecided()))
    expect(offered(html)).toEqual([
      ['roads.pothole north-office', '1. Яма → Орган north-office'],
      ['health.queue health', '2. Очередь к врачу → Орган health'],
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
    ['by.routes', 'roads.manhole', 'north', 'organisation', 'Правила здесь никого не называют: выберите сами', []],
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

  it('is offered what routing suggested, at most five, with how sure it is and by which words; the first chosen only where that is likely', async () => {
    const suggestion = (organisation: string, sure?: number, more: object = {}) => {
      return {
        topic: 'roads.pothole',
        organisation,
        found: ['яма', 'асфальт'],
        ...(sure !== undefined && { sure }),
        ...more,
      }
    }
    const suggesting = (...suggestions: ReturnType<typeof suggestion>[]): Unshown => ({
      type: 'Route',
      by: { role: 'system' },
      routing: {
        outcome: 'triage',
        topic: undefined,
        municipality: undefined,
        why: 'unsure',
        because: [],
        suggestions,
        model: 'v1',
      },
    })
    const south = suggestion('south-office', 0.62, { municipality: 'south' })
    const likely = opened(suggesting(suggestion('north-office', 0.81), south, suggestion('gone', 0.1)))
    const { html } = await visit('triage', likely)
    expect(offered(html)).toEqual([
      ['roads.pothole north-office', '1. Яма → Орган north-office · примерно 81 % · «яма», «асфальт»'],
      ['roads.pothole south-office', '2. Яма → Орган south-office · примерно 62 % · «яма», «асфальт»'],
    ])
    expect(html).toMatch(/value="roads.pothole north-office" checked/)
    expect(html.match(/name="ready"[^>]*checked/g)).toHaveLength(1)
    expect(html).toContain('решить должен человек')

    const overruling = {
      ready: 'roads.pothole north-office',
      topic: 'health.queue',
      municipality: '',
      organisation: 'health',
    }
    expect((await assign(likely, overruling)).status).toBe(303)
    const label = { of: 2, preselected: true, model: 'v1' }
    expect(paper.given).toMatchObject([
      { topic: 'health.queue', organisation: 'health', label: { ...label, took: 'other' } },
    ])
    const elsewhere = opened(suggesting(suggestion('north-office', 0.81)))
    const other = { ready: 'roads.pothole north-office', topic: '', municipality: 'south', organisation: '' }
    expect((await assign(elsewhere, other)).status).toBe(422)

    const doubtful = opened(suggesting(suggestion('north-office', 0.8), south))
    expect((await visit('triage', doubtful)).html).not.toMatch(/name="ready"[^>]*checked/)
    const fields = { ready: 'roads.pothole south-office', topic: '', municipality: '', organisation: '' }
    expect((await assign(doubtful, fields)).status).toBe(303)
    const second = { topic: 'roads.pothole', organisation: 'south-office', municipality: 'south' }
    expect(paper.given).toMatchObject([{ ...second, label: { took: 2, of: 2, model: 'v1' } }])
    const likewise = opened(suggesting(suggestion('north-office', 0.8), south))
    const byHand = { topic: 'roads.pothole', municipality: 'south', organisation: 'south-office' }
    expect((await assign(likewise, byHand)).status).toBe(303)
    expect(paper.given).toMatchObject([{ ...second, label: { took: 2, of: 2, model: 'v1' } }])

    const unknown = opened(suggesting(suggestion('north-office')))
    expect(offered((await visit('triage', unknown)).html)).toEqual([
      ['roads.pothole north-office', '1. Яма → Орган north-office · «яма», «асфальт»'],
    ])
    const file = fileAfter([suggesting(suggestion('north-office', 0.95))])
    begin({ ...region, routing: { ...region.routing, modes: { roads: 'shadow' } } }, file)
    expect(offered((await visit('triage', issue(linkTo(file, 'triage', operator.id)))).html)).toEqual([])
  })

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
