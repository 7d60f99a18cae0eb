// What the pages' forms ask of a case, with the store in between made of paper: who may ask, what is kept, and what is
// replied when the same form comes twice.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Handled, Handling } from '../../functions/store/handle.ts'
import { answered, assigned, at, citizen, fileAfter, linkTo, moderator, nonce, region } from './visits.ts'
import { request, responder } from './visits.ts'

const handle = vi.hoisted(() => vi.fn<(handling: Handling) => Promise<Handled>>())
vi.mock('../../functions/store/handle.ts', () => ({ handle }))
const { act: respond } = await import('../../functions/respond/act.tsx')
const { act: track } = await import('../../functions/track/act.ts')
const { act: review } = await import('../../functions/review/act.ts')

const done = (file: CaseFile): Handled => ({ outcome: 'done', state: file.state, events: [] })
const commands = () => handle.mock.calls.map(([{ command }]) => command)
const handedOver = fileAfter([
  assigned,
  { type: 'HandOver', by: responder, organisation: 'south-office', reason: 'Ваше.' },
])

const responding = (
  file: CaseFile,
  fields: Record<string, string>,
  recipient: string = responder.id,
  assignment?: number,
) =>
  respond({
    file,
    region,
    nonce,
    tableName: 't',
    request: request({}, fields),
    link: linkTo(file, 'respond', recipient, assignment),
  })

beforeEach(() => {
  handle.mockReset()
  handle.mockResolvedValue(done(handedOver))
})

describe('a fresh link', () => {
  it('is not for somebody who gave the case away', async () => {
    const reply = await responding(handedOver, { action: 'fresh-link' }, responder.id, 1)
    expect(commands()).toEqual([])
    expect(reply.body).not.toContain('Яма у дома.')
  })

  it('is not for somebody after an operator took the case back', async () => {
    const declined = fileAfter([assigned, { type: 'Decline', by: responder, reason: 'Не наше.' }])
    await responding(declined, { action: 'fresh-link' }, responder.id, 1)
    expect(commands()).toEqual([])
  })

  it.each(['south-office-responder', 'south-office-deputy', 'south-office-supervisor'])(
    'is sent to %s, whose organisation has it',
    async (recipient) => {
      const reply = await responding(handedOver, { action: 'fresh-link' }, recipient, 1)
      expect(commands()).toMatchObject([{ type: 'RequestLink', contact: recipient }])
      expect(reply).toMatchObject({ status: 303, headers: { Location: '?done=fresh-link' } })
    },
  )

  it('says so when one was sent a moment ago', async () => {
    handle.mockResolvedValue({ outcome: 'refused', code: 'too soon' })
    const reply = await responding(handedOver, { action: 'fresh-link' }, 'south-office-deputy', 1)
    expect(reply.body).toContain('Ссылку уже отправили')
  })
})

describe('a responder’s form', () => {
  it('keeps a text written behind a link that no longer acts, and no more of it than fits', async () => {
    const reply = await responding(handedOver, { action: 'answer', answer: 'я'.repeat(9_000) }, responder.id, 1)
    expect(commands()).toEqual([{ type: 'Note', by: responder, text: 'я'.repeat(8_000) }])
    expect(reply.headers).toMatchObject({ Location: '?done=kept' })
  })

  it('sent twice to hand a case over gets the first reply twice', async () => {
    const fields = { action: 'handover', organisation: 'south-office', 'handover-reason': 'Ваше.' }
    handle.mockResolvedValue({ outcome: 'repeated', state: handedOver.state })
    expect((await responding(handedOver, fields, responder.id, 1)).headers).toMatchObject({
      Location: '?done=handover',
    })
  })

  it('that lost a race keeps the text too', async () => {
    handle.mockResolvedValueOnce({ outcome: 'refused', code: 'superseded', state: handedOver.state })
    await responding(fileAfter([assigned]), { action: 'answer', answer: 'Готово.', kind: 'final' })
    expect(commands()).toMatchObject([
      { type: 'Answer', assignment: 1 },
      { type: 'Note', text: 'Готово.' },
    ])
  })

  it('shows the text again when the case has moved to where no answer is taken', async () => {
    const moved = fileAfter([assigned, answered])
    handle.mockResolvedValue({ outcome: 'refused', code: 'not now', state: moved.state })
    const reply = await responding(fileAfter([assigned]), { action: 'answer', answer: 'Мой труд.', kind: 'final' })
    expect(reply.status).toBe(409)
    expect(reply.body).toContain('Ваш текст не отправлен')
    expect(reply.body).toContain('Мой труд.')
    expect(reply.body).not.toContain('name="answer"')
  })

  it('counts a line’s end once, as the browser did', async () => {
    const text = `${'я'.repeat(99)}\r\n`.repeat(79) + 'я'.repeat(99)
    expect(text.length).toBeGreaterThan(8_000)
    await responding(fileAfter([assigned]), { action: 'answer', answer: text + '\u0000', kind: 'final' })
    expect(commands()).toMatchObject([{ type: 'Answer', text: text.replaceAll('\r', '') }])
  })

  it.each([
    ['without a proper nonce', { nonce: 'x' }, 400],
    ['of another kind', {}, 415],
  ])('%s is refused before anything is asked', async (_, fields, status) => {
    const file = fileAfter([assigned])
    const sent = { ...request({}, { action: 'accept', ...fields }), ...(status === 415 && { headers: {} }) }
    const visit = { file, region, nonce, tableName: 't', request: sent, link: linkTo(file, 'respond', responder.id) }
    await expect(respond(visit)).rejects.toMatchObject({ status })
    expect(commands()).toEqual([])
  })
})

describe('a moderator’s form', () => {
  const file = fileAfter([assigned, answered])
  const reviewing = (fields: Record<string, string>, state = file, purpose: 'review' | 'triage' = 'review') =>
    review(
      {
        file: state,
        region,
        nonce,
        errors: {},
        fields: {},
        request: request({}, fields),
        link: linkTo(state, purpose, moderator.id),
      },
      't',
    )

  it('does not approve an answer that was not the one above it', async () => {
    expect(await reviewing({ action: 'approve', draft: at })).toMatchObject({ status: 409 })
    expect(commands()).toEqual([])
    await reviewing({ action: 'approve', draft: file.state.round.draft!.at })
    expect(commands()).toMatchObject([{ type: 'ApproveAnswer', by: moderator }])
  })

  it('with the text wiped out does not send the old text', async () => {
    expect(await reviewing({ action: 'edit', text: '  ' })).toMatchObject({ status: 422 })
    expect(commands()).toEqual([])
  })

  it('sent twice gets the first reply twice', async () => {
    const approved = fileAfter([assigned, answered, { type: 'ApproveAnswer', by: moderator }])
    handle.mockResolvedValue({ outcome: 'repeated', state: approved.state })
    const again = await reviewing({ action: 'approve', draft: file.state.round.draft!.at }, approved)
    expect(again).toMatchObject({ reply: { headers: { Location: '?done=approve' } } })
  })

  it('acts in the role of its link, whatever it asks for', async () => {
    await reviewing({ action: 'admit' })
    await reviewing({ action: 'admit' }, file, 'triage')
    expect(commands().map(({ by }) => by.role)).toEqual(['moderator', 'operator'])
  })
})

describe('a resident’s form', () => {
  const tracking = (file: CaseFile, fields: Record<string, string>) =>
    track({ file, region, nonce, errors: {}, fields: {}, request: request({}, fields) }, 't')
  const resolved = fileAfter([assigned, answered, { type: 'ApproveAnswer', by: moderator }])

  it('puts his words where they can be erased, under the name of the command', async () => {
    const asked = fileAfter([assigned, { type: 'AskCitizen', by: responder, question: 'Где?' }])
    await tracking(asked, { action: 'clarify', text: 'У дома 5.' })
    const [{ command, items, commandId }] = handle.mock.calls[0]!
    expect(command).toMatchObject({ type: 'Clarify', by: citizen, messageId: nonce })
    expect(commandId).toBe(nonce)
    expect(items).toMatchObject([{ sk: `P#${nonce}`, messageId: nonce, text: 'У дома 5.' }])
    expect(items![0]!['ttl']).toBe(Date.parse('2026-03-02T08:00:00Z') / 1000 + 365 * 86_400)
  })

  it('keeps nothing where nothing was written', async () => {
    await tracking(resolved, { action: 'rate', score: '5', solved: 'yes' })
    expect(handle.mock.calls[0]![0]).toMatchObject({ items: [], command: { type: 'Rate', score: 5, solved: true } })
  })

  it('asks of who is not content whether to go on, and takes silence for no answer', async () => {
    const acted = await tracking(resolved, { action: 'rate', score: '2', solved: 'no' })
    expect(acted).toMatchObject({ status: 422, errors: { reopen: 'Выберите один из вариантов' } })
    expect(commands()).toEqual([])
    await tracking(resolved, { action: 'rate', score: '2', solved: 'no', reopen: 'yes' })
    expect(commands()).toMatchObject([{ type: 'Rate', solved: false, reopen: true }])
  })

  it('sends nothing back that is solved', async () => {
    await tracking(resolved, { action: 'rate', score: '5', solved: 'yes', reopen: 'yes' })
    expect(commands()).toMatchObject([{ solved: true, reopen: false }])
  })
})
