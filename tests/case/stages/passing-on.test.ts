// A colleague of the control centre is given a case: asked first from then on, on the worklist too; nothing else changes.
import { describe, expect, it } from 'vitest'
import { deskFor } from '../../../functions/case/desk.ts'
import { listedIn, worklistEntry } from '../../../functions/case/worklist.ts'
import type { Region } from '../../../regions/schema.ts'
import { littleRegion } from '../../little-region.ts'
import { answer, approve, assign, moderator, operator, responder, submit, triage } from '../commands.ts'
import { event } from '../expected.ts'
import { given, Story } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const person = (id: string) => ({ id, name: id, email: `${id}@example.org` })
const region: Region = {
  ...littleRegion(),
  operators: ['operator-1', 'operator-2', 'operator-3'].map(person),
  moderators: ['moderator-1', 'operator-2'].map(person),
}
const passOn = (to: string) => ({ type: 'PassOn', by: operator, to }) as const

describe('PassOn', () => {
  it('gives the case to somebody of the control centre, once', () => {
    given(submit(), triage)
      .when(ELEVEN, passOn('moderator-1'))
      .then([event('passed_on', ELEVEN, operator, { contact: 'moderator-1' })])
    given(submit(), triage, passOn('moderator-1')).when(ELEVEN, passOn('moderator-1')).then('same colleague')
  })

  it('goes to nobody else, is nobody else’s to do, and not of what has ended', () => {
    given(submit(), triage).when(ELEVEN, passOn('north-office-responder')).then('unknown colleague')
    given(submit(), triage)
      .when(ELEVEN, { ...passOn('operator-1'), by: responder })
      .then('not yours')
    expect(given(submit(), triage).says(ELEVEN, { ...passOn('operator-1'), by: moderator })).toBe('passed_on')
    given(submit(), assign(), answer(), approve).when(ELEVEN, passOn('operator-1')).then('not now')
  })

  it('stands in the place of the worklist, beside what stood there', () => {
    const { state } = new Story(littleRegion()).given(submit(), triage, passOn('moderator-1'))
    expect(listedIn(worklistEntry(state)!.workDue)).toEqual({
      due: state.clocks.assignment!.due,
      caseId: state.id,
      passedTo: 'moderator-1',
    })
  })
})

describe('the desk', () => {
  const orderOf = (passedTo: string | undefined, within = region) => {
    const { operators, moderators } = deskFor(within, { id: '99-260302-AAAAA', passedTo }, '2026-03-02T07:00:00.000Z')
    return [operators.map(({ id }) => id), moderators.map(({ id }) => id)] as const
  }

  it('asks them first in each of their posts, and all others in the order of before', () => {
    const [operators, moderators] = orderOf(undefined)
    const first = (ids: readonly string[], id: string) => [id, ...ids.filter((one) => one !== id)]
    expect(orderOf('operator-2')).toEqual([first(operators, 'operator-2'), first(moderators, 'operator-2')])
    expect(orderOf('operator-3')).toEqual([first(operators, 'operator-3'), moderators])
    expect(orderOf('somebody-who-left')).toEqual([operators, moderators])
  })

  it('asks others while they are away', () => {
    const away = { ...person('operator-2'), away: [{ from: '2026-03-02', to: '2026-03-02' }] }
    const without = { ...region, operators: region.operators.map((one) => (one.id === away.id ? away : one)) }
    expect(orderOf('operator-2', without)[0].at(-1)).toBe('operator-2')
  })
})
