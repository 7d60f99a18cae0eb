// A responder looks at an answer before it is sent: as the citizen will see it, with hints, and nothing is given to the case.
// The moderator sees the same hints.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { document } from '../../functions/web/layout.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import { formsIn } from './forms-in.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import { answered, assigned, fileAfter, later, linkTo, region, responder, visitTo } from './visits.ts'

const stiff = 'Сообщаем, что вопрос <b> взят на контроль.'
const hinted = (html: string) => [...html.matchAll(/<q>([^<]*)<\/q>/g)].map(([, quote]) => quote)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T08:00:00.000Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Opens the page of an assigned case and fills in its form of answers. */
async function fillIn(answer: string, kind: Record<string, string> = {}) {
  const file = fileAfter([assigned])
  begin(region, file)
  const secret = issue(linkTo(file, 'respond', responder.id))
  const { html } = await visit('respond', secret)
  const fields: Record<string, string> = { ...hiddenOf(html, 'answer'), answer, ...kind }
  return {
    file,
    press: (action: string, from = fields) => visit('respond', secret, { fields: { ...from, action } }),
  }
}

describe('an answer that is looked at', () => {
  it('is shown as the citizen will see it, with hints, kept in its field, and not sent', async () => {
    const { file, press } = await fillIn(stiff, { kind: 'promised', 'promised-for': '2026-03-06' })
    const { status, html } = await press('look')
    expect([status, paper.given, paper.file]).toEqual([200, [], file])
    expect(html).toContain('Вам обещают: будет сделано. Когда: пятница, 6 марта.')
    expect(html).toContain('<blockquote>Сообщаем, что вопрос &lt;b&gt; взят на контроль.</blockquote>')
    expect(html).toContain('Он ещё не отправлен')
    expect(hinted(html)).toEqual(['взят на контроль', 'Сообщаем, что'])
    expect(html).toContain('Не видно, что будет дальше и когда.')
    expect(html).toMatch(/<details id="do-answer" open="">/)
    expect(html).not.toContain('role="alert"')
    const [form] = formsIn(html).filter((one) => one['action'] === 'answer')
    expect(form).toMatchObject({ answer: stiff, kind: 'promised', 'promised-for': '2026-03-06' })
  })

  it('is sent by the form that shows it', async () => {
    const { press } = await fillIn(stiff, { kind: 'done' })
    const { html } = await press('look')
    const [form] = formsIn(html).filter((one) => one['action'] === 'answer')
    const { location } = await press('answer', form)
    expect(location).toBe('?done=answer')
    expect(paper.given).toMatchObject([{ type: 'Answer', text: stiff, sort: 'done' }])
  })

  it('needs no choice yet, but a text', async () => {
    const { press } = await fillIn('')
    const { status, html } = await press('look')
    expect([status, paper.given]).toEqual([422, []])
    expect(html).toContain('<a href="#answer">')
  })

  it('is praised by saying nothing', async () => {
    const { press } = await fillIn('Здравствуйте! Яму у дома засыпали 2 марта.\nИса Магомадов, дорожная служба')
    expect((await press('look')).html).toContain('Замечаний нет.')
  })

  it('is given back where the case has gone on without it', async () => {
    const { press } = await fillIn(stiff)
    paper.file = later(paper.file, '2026-03-02T07:30:00.000Z', [answered])
    const { status, html } = await press('look')
    expect([status, paper.given]).toEqual([200, []])
    expect(html).toContain('Ваш текст не отправлен')
    expect(html).not.toContain('name="answer"')
  })
})

it('the moderator sees the same hints beside the answer', () => {
  const file = fileAfter([assigned, { type: 'Answer', by: responder, sort: 'done', text: stiff }])
  const html = document(<ReviewPage {...visitTo(file, 'review')} />)
  expect(hinted(html)).toEqual(['взят на контроль', 'Сообщаем, что'])
  expect(html).toContain('Нет приветствия.')
})
