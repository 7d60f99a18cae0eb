// Taking back on the page: offered for ten minutes to whoever did it, with a tick of their own; a case that was handed over comes back.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decide } from '../../functions/case/decide.ts'
import { evolve } from '../../functions/case/evolve.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { accept, another, deputy, handOver, more, note } from '../case/commands.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import { assigned, fileAfter, later, linkTo, region, responder } from './visits.ts'

const NOW = '2026-03-02T08:00:00.000Z'
beforeEach(() => void vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** The link of a responder to whom the case was assigned, and who has just done this. */
function after(command: Unshown, who: string = responder.id): string {
  const file = fileAfter([assigned])
  begin(region, later(file, NOW, [command]))
  return issue(linkTo(file, 'respond', who))
}

async function takeBack(secret: string, ticked = true) {
  const { html } = await visit('respond', secret)
  const fields = { ...hiddenOf(html, 'undo'), action: 'undo', ...(ticked && { 'sure-undo': 'yes' }) }
  return visit('respond', secret, { fields })
}

describe('taking back', () => {
  it.each([
    ['Принято в работу', accept, 'assigned'],
    ['Передано другой организации', handOver, 'assigned'],
    ['Запрошено продление', more, 'assigned'],
  ] as const)('«%s» is offered until when, asks for a tick, and is done', async (act, command, status) => {
    const secret = after(command)
    const { html } = await visit('respond', secret)
    expect(html).toContain(`«${act}» можно отменить до: понедельник, 2 марта в 11:10`)
    expect((await takeBack(secret, false)).status).toBe(422)
    expect(paper.given).toEqual([])
    expect(await takeBack(secret)).toMatchObject({ status: 303, location: '?done=undo' })
    expect(paper.file.state).toMatchObject({ status, organisation: 'north-office', assignment: 1 })
    const back = await visit('respond', secret, undefined, 'ru', { done: 'undo' })
    expect(back.html).toContain('<h2>Отменено</h2>')
    expect(back.html).toMatch(/Отменено: (Принято в работу|Передано другой|Запрошено)/)
    expect(back.html).not.toContain('можно отменить')
  })

  it('is not offered later, to a colleague, or once somebody did something', async () => {
    const secret = after(accept)
    vi.setSystemTime(Date.parse('2026-03-02T08:11:00.000Z'))
    expect((await visit('respond', secret)).html).not.toContain('можно отменить')
    vi.setSystemTime(Date.parse(NOW))
    expect((await visit('respond', after(accept, deputy.id))).html).not.toContain('можно отменить')
    const noted = after(accept)
    paper.file = later(paper.file, NOW, [note])
    expect((await visit('respond', noted)).html).not.toContain('можно отменить')
  })

  it.each([
    ['of a case in their hands', accept, { ...note, by: deputy }],
    ['of one they handed over', handOver, { ...accept, by: another }],
  ] as const)('%s is refused in words when somebody was faster', async (_, command, faster) => {
    const secret = after(command)
    const { html } = await visit('respond', secret)
    paper.meanwhile = () => {
      const { state, events } = paper.file
      const decision = decide(state, givenNow(state, faster), NOW, region)
      if ('refused' in decision) throw new Error(decision.refused)
      paper.file = {
        ...paper.file,
        state: decision.events.reduce(evolve, state),
        events: [...events, ...decision.events],
      }
    }
    const fields = { ...hiddenOf(html, 'undo'), action: 'undo', 'sure-undo': 'yes' }
    const refused = await visit('respond', secret, { fields })
    expect(refused.html).toContain('Отменить уже нельзя: после этого что-то произошло.')
    expect(paper.file.events.some(({ type }) => type === 'undone')).toBe(false)
  })
})
