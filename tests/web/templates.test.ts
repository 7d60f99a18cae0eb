// Ready answers on the responder's page, without a script: what is offered, what is filled in, and that nothing typed is lost.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Region } from '../../regions/schema.ts'
import { formsIn } from './forms-in.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import { assigned, fileAfter, linkTo, region, responder } from './visits.ts'

const TEXT = '{organisation}: {date} по адресу {address} ({place}), № {number}.'
const FILLED = 'Орган north-office: 2 марта по адресу Садовая, 5 (Северный район), № 99-260302-AAAAA.'
const template = (id: string, topics: string[], text = TEXT) => ({ id, topics, name: { ru: id }, text: { ru: text } })
const within: Region = {
  ...region,
  templates: [template('road', ['roads.*']), template('any', ['*'], 'Готово.'), template('doctor', ['health.queue'])],
}

/** A responder's link to a case that was just assigned. */
function opened(file = fileAfter([assigned])): string {
  begin(within, file)
  return issue(linkTo(file, 'respond', responder.id))
}

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-02T08:00:00.000Z'), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const answerForm = (html: string) => formsIn(html).find((form) => 'answer' in form)!

describe('a ready answer', () => {
  it('is offered where it is for the topic or its group', async () => {
    const { html } = await visit('respond', opened())
    const [, list] = /<select id="template".*?>(.*?)<\/select>/s.exec(html)!
    expect([...list!.matchAll(/value="([^"]*)"/g)].map(([, id]) => id)).toEqual(['', 'road', 'any'])
  })

  it('goes after what was typed, with the case’s own words in it; what was chosen stays, and nothing happens', async () => {
    const secret = opened()
    const hidden = hiddenOf((await visit('respond', secret)).html, 'answer')
    const typed = { kind: 'promised', 'promised-for': '2026-03-06', template: 'road' }
    const fields = { ...hidden, ...typed, answer: 'Здравствуйте!', action: 'template' }
    const { status, html } = await visit('respond', secret, { fields })
    expect(status).toBe(200)
    const filled = answerForm(html)
    expect(filled).toMatchObject({ kind: 'promised', 'promised-for': '2026-03-06', template: '' })
    expect(filled['answer']).toBe(`Здравствуйте!\n\n${FILLED}`)
    expect(html).toMatch(/<details id="do-answer" open/)
    expect(html).not.toContain('role="alert"')
    expect(paper.given).toEqual([])
  })

  it('that nobody picked changes nothing of what was typed', async () => {
    const secret = opened()
    const hidden = hiddenOf((await visit('respond', secret)).html, 'answer')
    for (const picked of ['', 'doctor', 'none']) {
      const fields = { ...hidden, template: picked, answer: 'Здравствуйте!', action: 'template' }
      expect(answerForm((await visit('respond', secret, { fields })).html)['answer']).toBe('Здравствуйте!')
    }
  })

  it('that the address names stands in the empty field', async () => {
    const { html } = await visit('respond', opened(), undefined, 'ru', { template: 'road', do: 'answer' })
    expect(answerForm(html)['answer']).toBe(FILLED)
  })

  it('says in brackets what the case does not', async () => {
    const file = fileAfter([assigned])
    const personal = new Map([['M1', { messageId: 'M1', text: 'Яма.' }]])
    const { html } = await visit('respond', opened({ ...file, personal }), undefined, 'ru', { template: 'road' })
    expect(answerForm(html)['answer']).toBe(FILLED.replace('Садовая, 5', '[адрес]'))
  })

  it.each([
    ['answer', { kind: 'done' }],
    ['look', {}],
  ])(
    'with a place that nobody filled in is not sent (%s): the page names it; other brackets are the writer’s own',
    async (action, kind) => {
      const blanks: Region = { ...within, templates: [template('road', ['roads.*'], 'Сделали [что сделано] [когда].')] }
      const file = fileAfter([assigned])
      begin(blanks, file)
      const secret = issue(linkTo(file, 'respond', responder.id))
      const hidden = hiddenOf((await visit('respond', secret)).html, 'answer')
      const written = 'Сделали [что сделано] вчера [1]. Дом по адресу [адрес].'
      const fields = { ...hidden, ...kind, action, answer: written }
      const { status, html } = await visit('respond', secret, { fields })
      expect([status, answerForm(html)['answer'], paper.given]).toEqual([422, written, []])
      expect(html).toContain('Заполните или уберите то, что осталось в скобках: [что сделано], [адрес]')
      const filled = { ...fields, answer: 'Сделали новую крышку вчера [1]. Дом по адресу Садовая, 5.' }
      const sent = await visit('respond', secret, { fields: filled })
      expect(sent.html).not.toContain('осталось в скобках')
      expect(paper.given.length).toBe(action === 'answer' ? 1 : 0)
    },
  )

  it('is not offered where a region has none', async () => {
    const file = fileAfter([assigned])
    begin(region, file)
    const { html } = await visit('respond', issue(linkTo(file, 'respond', responder.id)))
    expect(html).not.toContain('name="template"')
  })
})
