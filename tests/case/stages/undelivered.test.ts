// A mail that did not arrive: the whole event, by what the mail asked for. The stories of it are in ../undelivered.test.ts.
import { describe, it } from 'vitest'
import { accept, answer, approve, ask, bounce, route, submit, system } from '../commands.ts'
import { event, move, rested, stop } from '../expected.ts'
import { given, MONDAY } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const me = 'north-office-responder'
const held = () => given(submit(), route)
const mail = { seq: 2, recipient: me, why: 'bounce', permanent: true } as const
const soft = { ...mail, permanent: false } as const
const about = { kind: 'work', assignment: 1 } as const
const deputy = { to: 'deputy', contact: 'north-office-deputy', insteadOf: 'responder' } as const
const undelivered = (told: object) => event('undelivered', ELEVEN, system, { ...mail, ...told })

describe('a mail to an official', () => {
  it('that came back for good is asked of the next, and an operator told', () => {
    held()
      .when(ELEVEN, bounce({ about }))
      .then([undelivered({ about, ...deputy, told: 'operator-1' })])
  })

  it('that came back for now is only asked of the next', () => {
    held()
      .when(ELEVEN, bounce({ ...soft, about }))
      .then([undelivered({ ...soft, about, ...deputy })])
    held()
      .when(ELEVEN, bounce({ ...soft, why: 'reject', about }))
      .then([undelivered({ ...soft, why: 'reject', about, ...deputy })])
  })

  it('that is a complaint had arrived', () => {
    const complaint = { ...soft, why: 'complaint', about } as const
    held()
      .when(ELEVEN, bounce(complaint))
      .then([undelivered({ ...complaint, told: 'operator-1' })])
  })

  it('about nothing, or what is done, asks nobody', () => {
    held()
      .when(ELEVEN, bounce())
      .then([undelivered({ told: 'operator-1' })])
    held()
      .given(accept)
      .when(ELEVEN, bounce({ about }))
      .then([undelivered({ about, told: 'operator-1' })])
  })

  it('whose address is known to be dead is told of once', () => {
    held()
      .given(bounce())
      .when(ELEVEN, bounce({ about }))
      .then([undelivered({ about, ...deputy })])
  })

  it('passes over who was not reached before, among operators too', () => {
    held()
      .given(bounce({ ...soft, recipient: 'north-office-deputy' }), bounce({ ...soft, recipient: 'operator-1' }))
      .when(ELEVEN, bounce({ about }))
      .then([
        undelivered({
          about,
          to: 'supervisor',
          contact: 'north-office-supervisor',
          insteadOf: 'responder',
          told: 'operator-2',
        }),
      ])
    held()
      .given(bounce({ ...soft, recipient: 'operator-1' }))
      .when(ELEVEN, bounce({ recipient: 'operator-2' }))
      .then([undelivered({ recipient: 'operator-2' })])
  })
})

describe('a mail to the citizen', () => {
  const asked = () => held().given('2026-03-02T10:30', ask)
  const question = { seq: 4, recipient: 'citizen' } as const
  const clocks = [
    ...stop('clarification'),
    move('finalAnswer', MONDAY, {
      due: '2026-03-06T09:30',
      moves: [rested('2026-03-02T10:30', ELEVEN, 'question')],
    }),
  ]

  it.each([
    ['with the question, dead', question],
    ['with the question, refused', { ...question, why: 'reject', permanent: false }],
    ['of any other kind, dead: no other will arrive either', { ...question, seq: 2 }],
    ['of any other kind, a complaint', { ...question, seq: 2, why: 'complaint', permanent: false }],
  ] as const)('%s: work resumes', (_, failure) => {
    asked()
      .when(ELEVEN, bounce(failure))
      .then([event('undelivered', ELEVEN, system, { ...mail, ...failure }, clocks)])
  })

  it.each([
    ['with the question, for now', { ...question, permanent: false }],
    ['of another kind, refused', { ...question, seq: 2, why: 'reject', permanent: false }],
  ] as const)('%s: the question waits', (_, failure) => {
    asked()
      .when(ELEVEN, bounce(failure))
      .then([undelivered(failure)])
  })

  it('changes no clock where no question waits', () => {
    const resolved = held().given(answer(), approve)
    resolved.when(ELEVEN, bounce(question)).then([undelivered(question)])
  })
})
