// What the pages' forms ask of a case, with a store made of paper: who may ask, what is kept, and what is replied when the
// same form comes twice.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CaseFile, saidOf } from '../../functions/case/case-file.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { LinkPurpose } from '../../functions/case/notices/notice.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import { answered, assigned, citizen, fileAfter, later, linkTo, moderator, nonce, operator } from './visits.ts'
import { region, responder } from './visits.ts'

const NOW = '2026-03-02T08:00:00.000Z'
const handingOver: Unshown = { type: 'HandOver', by: responder, organisation: 'south-office', reason: 'Ваше.' }
const handedOver = fileAfter([assigned, handingOver])
const approved: Unshown = { type: 'ApproveAnswer', by: moderator }
const recipients = { respond: responder.id, review: moderator.id, triage: operator.id, track: 'citizen' } as const

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Opens the page of a case and fills in the form that does `fields.action`. */
async function fillIn(purpose: LinkPurpose, file: CaseFile, fields: Record<string, string>) {
  begin(region, file)
  const secret = issue(linkTo(file, purpose, recipients[purpose]))
  const { html } = await visit(purpose, secret)
  const sent = { fields: { ...hiddenOf(html, fields['action']!), ...fields } }
  return { secret, send: () => visit(purpose, secret, sent) }
}

/** Sends a form from a responder's link of the assignment before. */
function fromOldLink(file: CaseFile, fields: Record<string, string>, recipient: string = responder.id) {
  begin(region, file)
  const secret = issue(linkTo(file, 'respond', recipient, file.state.assignment - 1))
  return visit('respond', secret, { fields: { nonce, ...fields } })
}

describe('a citizen, of their own accord', () => {
  it('adds words, which are kept beside the case', async () => {
    const { send } = await fillIn('track', fileAfter([assigned]), { action: 'add', more: 'Яма стала глубже.' })
    const reply = await send()
    expect([reply.status, reply.location]).toEqual([303, '?done=add'])
    const [command] = paper.given
    expect(command).toMatchObject({ type: 'AddWords', by: citizen })
    const messageId = command?.type === 'AddWords' ? command.messageId : ''
    expect(paper.file.personal.get(messageId)?.text).toBe('Яма стала глубже.')
    const shown = await visit('track', issue(linkTo(paper.file, 'track', 'citizen')))
    expect(shown.html).toMatch(/Вы добавили.*Яма стала глубже\./s)
  })

  it('corrects the place, in their words for whoever reads them', async () => {
    const { send, secret } = await fillIn('track', fileAfter([assigned]), {
      ...{ action: 'add', more: 'Не там.', place: 'south' },
    })
    expect((await visit('track', secret)).html).toContain('name="place"')
    expect((await send()).location).toBe('?done=add')
    expect(paper.file.state).toMatchObject({ status: 'assigned', municipality: 'south' })
    const [command] = paper.given
    const messageId = command?.type === 'AddWords' ? command.messageId : ''
    expect(paper.file.personal.get(messageId)?.text).toMatch(/^Не там\.\n\nВерное место: .+\.$/)
    // What routing would believe, were it asked again.
    expect(saidOf(paper.file)).toEqual({ municipality: 'south' })
    const wrong = await fillIn('track', fileAfter([assigned]), { action: 'add', more: 'Не там.', place: 'nowhere' })
    expect((await wrong.send()).status).toBeGreaterThanOrEqual(400)
  })

  it('keeps what was typed when it is empty or too long', async () => {
    const { send } = await fillIn('track', fileAfter([assigned]), { action: 'add', more: ' ' })
    const reply = await send()
    expect([reply.status, paper.given]).toEqual([422, []])
    expect(reply.html).toContain('href="#more"')
  })

  it('takes the message back, by a tick and a press', async () => {
    const withdrawing = (ticked: Record<string, string>) =>
      fillIn('track', fileAfter([assigned]), { action: 'withdraw', ...ticked })
    expect((await (await withdrawing({})).send()).status).toBe(422)
    const { secret, send } = await withdrawing({ 'sure-withdraw': 'yes' })
    expect((await send()).location).toBe('?done=withdraw')
    expect(paper.file.state).toMatchObject({ status: 'closed', outcome: 'withdrawn' })
    const { html } = await visit('track', secret, undefined, 'ru', { done: 'withdraw' })
    expect(html).toMatch(/Сообщение отозвано.*Вернуть сообщение в работу/s)
    expect(html).not.toContain('Добавить к сказанному')
  })
})

describe('a fresh link', () => {
  it('is not for somebody who gave the case away', async () => {
    const reply = await fromOldLink(handedOver, { action: 'fresh-link', 'sure-fresh-link': 'yes' })
    expect(paper.file).toBe(handedOver)
    expect(reply.html).toContain('Сообщение уже не у вас')
    expect(reply.html).not.toContain('Яма у дома.')
  })

  it('is not for somebody whose case went back to an operator', async () => {
    const declined = fileAfter([assigned, { type: 'Decline', by: responder, reason: 'Не наше.' }])
    await fromOldLink(declined, { action: 'fresh-link', 'sure-fresh-link': 'yes' })
    expect(paper.file).toBe(declined)
  })

  it.each(['south-office-responder', 'south-office-deputy', 'south-office-supervisor'])(
    'is sent to %s, whose organisation has it, and not at once again',
    async (recipient) => {
      const reply = await fromOldLink(handedOver, { action: 'fresh-link', 'sure-fresh-link': 'yes' }, recipient)
      expect(paper.given).toEqual([
        { type: 'RequestLink', by: { role: 'responder', id: recipient }, contact: recipient },
      ])
      expect([reply.status, reply.location]).toEqual([303, '?done=fresh-link'])
      const again = await fromOldLink(
        paper.file,
        { action: 'fresh-link', 'sure-fresh-link': 'yes', nonce: 'FEDCBA9876543210' },
        recipient,
      )
      expect(again.html).toContain('Ссылку уже отправили')
      expect(again.html).not.toContain('value="fresh-link"')
    },
  )

  it('sent to one person does not keep another waiting', async () => {
    await fromOldLink(handedOver, { action: 'fresh-link', 'sure-fresh-link': 'yes' }, 'south-office-deputy')
    const reply = await fromOldLink(
      paper.file,
      { action: 'fresh-link', 'sure-fresh-link': 'yes' },
      'south-office-supervisor',
    )
    expect(reply.location).toBe('?done=fresh-link')
  })
})

describe('a responder’s form', () => {
  it('keeps a text written behind a link that no longer acts, and no more of it than fits', async () => {
    const reply = await fromOldLink(handedOver, { action: 'answer', answer: 'я'.repeat(9_000) })
    expect(paper.given).toEqual([{ type: 'Note', by: responder, text: 'я'.repeat(8_000) }])
    expect(reply.location).toBe('?done=kept')
  })

  it('sent twice from a link that no longer acts keeps the text once', async () => {
    await fromOldLink(handedOver, { action: 'answer', answer: 'Готово.' })
    const secret = issue(linkTo(paper.file, 'respond', responder.id, 1))
    const sent = { fields: { nonce, action: 'answer', answer: 'Готово.' } }
    expect((await visit('respond', secret, sent)).location).toBe('?done=kept')
    expect(paper.file.events.filter(({ type }) => type === 'noted').length).toBe(1)
  })

  it('shows the text again when the case has moved to where no answer is taken', async () => {
    const form = { action: 'answer', answer: 'Мой труд.', kind: 'done' }
    const { send } = await fillIn('respond', fileAfter([assigned]), form)
    paper.file = later(paper.file, NOW, [answered])
    const reply = await send()
    expect(reply.status).toBe(409)
    expect(reply.html).toContain('Ваш текст не отправлен')
    expect(reply.html).toContain('<blockquote>Мой труд.</blockquote>')
    expect(reply.html).toContain('Подготовлен ответ')
    expect(reply.html).not.toContain('name="answer"')
  })

  it('counts a line’s end once, as the browser did', async () => {
    const text = `${'я'.repeat(99)}\r\n`.repeat(79) + 'я'.repeat(99)
    expect(text.length).toBeGreaterThan(8_000)
    const form = { action: 'answer', answer: text + '\u0000', kind: 'done' }
    await (await fillIn('respond', fileAfter([assigned]), form)).send()
    expect(paper.given).toMatchObject([{ type: 'Answer', text: text.replaceAll('\r', '') }])
  })

  it.each([
    ['without a proper nonce', { nonce: 'x' }, 400],
    ['without a nonce', { nonce: '' }, 400],
  ])('%s is refused before anything is asked', async (_, broken, status) => {
    const { send } = await fillIn('respond', fileAfter([assigned]), {
      action: 'accept',
      'sure-accept': 'yes',
      ...broken,
    })
    expect((await send()).status).toBe(status)
    expect(paper.given).toEqual([])
  })
})

describe('a moderator’s form', () => {
  const file = fileAfter([assigned, answered])

  it('gives the answer that stood above it', async () => {
    const { send } = await fillIn('review', file, { action: 'approve', 'sure-approve': 'yes' })
    await send()
    expect(paper.given).toEqual([{ type: 'ApproveAnswer', by: moderator, draftAt: file.state.round.draft!.at }])
  })

  it('with the text wiped out does not send the old text', async () => {
    const { send } = await fillIn('review', file, { action: 'edit', 'sure-edit': 'yes', text: '  ' })
    expect((await send()).status).toBe(422)
    expect(paper.given).toEqual([])
  })

  it('acts in the role of its link, whatever it asks for', async () => {
    for (const purpose of ['review', 'triage'] as const) {
      const { send } = await fillIn(purpose, file, { action: 'approve', 'sure-approve': 'yes' })
      await send()
      expect(paper.given.map(({ by }) => by.role)).toEqual([purpose === 'review' ? 'moderator' : 'operator'])
    }
    begin(region, file)
    const secret = issue(linkTo(file, 'review', moderator.id))
    await visit('review', secret, {
      fields: {
        nonce,
        seen: '3',
        action: 'grant',
        'sure-grant': 'yes',
        'grant-reason': 'Ждём щебень.',
        requestAt: NOW,
      },
    })
    expect(paper.given).toMatchObject([{ type: 'GrantExtension', by: moderator }])
    expect(paper.file).toBe(file)
  })
})

describe('a citizen’s form', () => {
  const resolved = fileAfter([assigned, answered, approved])

  it('puts their words where they can be erased, under the name of the command', async () => {
    const asked = fileAfter([assigned, { type: 'AskCitizen', by: responder, question: 'Где?' }])
    const { send } = await fillIn('track', asked, { action: 'clarify', text: 'У дома 5.', nonce })
    await send()
    expect(paper.given).toEqual([
      { type: 'Clarify', by: citizen, messageId: nonce, questionAt: asked.state.round.question!.at },
    ])
    const ttl = Date.parse(NOW) / 1000 + 365 * 86_400
    const id = asked.state.id
    expect(paper.file.personal.get(nonce)).toEqual({
      ...{ pk: `C#${id}`, sk: `P#${nonce}`, messageId: nonce, text: 'У дома 5.', ttl },
    })
  })

  it('keeps nothing where nothing was written', async () => {
    await (await fillIn('track', resolved, { action: 'rate', score: '5', solved: 'yes' })).send()
    expect(paper.given).toMatchObject([{ type: 'Rate', score: 5, solved: true }])
    expect(paper.file.personal).toEqual(resolved.personal)
  })

  it.each([
    ['nothing', {}, 'solved', 'Выберите один из вариантов'],
    ['stars alone', { score: '2' }, 'solved', 'Выберите один из вариантов'],
    ['a return without words', { solved: 'return' }, 'comment', 'Напишите, что не решено'],
    [
      'two answers on a page of before',
      { score: '5', solved: 'yes', reopen: 'yes' },
      'solved',
      'Вы ответили по-разному',
    ],
  ])('asks again of whoever said %s', async (_, said: Record<string, string>, field, told) => {
    const asked = await (await fillIn('track', resolved, { action: 'rate', ...said })).send()
    expect(asked.status).toBe(422)
    expect(asked.html).toMatch(new RegExp(`href="#${field}">[^<]*${told}`))
    expect(paper.given).toEqual([])
  })

  it('needs one answer and no stars', async () => {
    await (await fillIn('track', resolved, { action: 'rate', solved: 'no' })).send()
    expect(paper.given).toEqual([{ type: 'Rate', by: citizen, solved: false, reopen: false, round: 0 }])
  })

  it('that sends the case back is confirmed as that, also when it comes twice', async () => {
    const { send } = await fillIn('track', resolved, { action: 'rate', solved: 'return', comment: 'Яма.' })
    expect([(await send()).location, (await send()).location]).toEqual(['?done=reopen', '?done=reopen'])
    expect(paper.given[0]).toMatchObject({ type: 'Rate', solved: false, reopen: true })
    expect(paper.file.state.reopenings).toBe(1)
  })

  it('keeps an address that is left later with their first words, and finds their case by it', async () => {
    const file = fileAfter([assigned])
    const [first] = [...file.personal.values()]
    const silent = { ...file, state: { ...file.state, reach: 'none' as const } }
    const typed = { action: 'address', email: ' New@Пример.РФ ' }
    expect((await (await fillIn('track', silent, typed)).send()).location).toBe('?done=address')
    expect(paper.given).toEqual([{ type: 'LeaveAddress', by: citizen }])
    const kept = paper.replaced.map(({ ttl: _, ...item }) => item)
    const person = (hash: string) => ({ pk: `P#${hash}`, sk: `C#${file.state.id}` })
    expect(kept).toEqual([
      {
        ...{
          pk: `C#${file.state.id}`,
          sk: 'P#M1',
          ...first,
          persons: ['hash of New@xn--e1afmkfd.xn--p1ai', 'hash of +7 900 123-45-67'],
        },
        author: { ...first!.author, email: 'New@xn--e1afmkfd.xn--p1ai' },
      },
      person('hash of New@xn--e1afmkfd.xn--p1ai'),
      person('hash of +7 900 123-45-67'),
    ])
    const wrong = await (await fillIn('track', silent, { action: 'address', email: 'nobody' })).send()
    expect([wrong.status, wrong.html.includes('href="#email"'), paper.given]).toEqual([422, true, []])
  })

  it('shows a text written behind a link whose time is over, to be copied', async () => {
    const { send } = await fillIn('track', resolved, { action: 'rate', score: '2', solved: 'no', comment: 'Не то.' })
    vi.setSystemTime(Date.parse('2026-04-01T00:00:00.000Z'))
    const reply = await send()
    expect(reply.status).toBe(410)
    expect(reply.html).toContain('<blockquote>Не то.</blockquote>')
    expect(paper.given).toEqual([])
  })
})
