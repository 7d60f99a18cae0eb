// The page that asks a citizen what is missing, and what becomes of their answer, with a store made of paper.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { asking, assign, route, supply } from '../case/commands.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import { fileAfter, later, linkTo, nonce, region } from './visits.ts'

const NOW = '2026-03-02T08:00:00.000Z'
const ASKED = '2026-03-02T07:01:00.000Z'
const both = fileAfter([asking({ topic: ['roads.pothole', 'roads.manhole'], place: ['south'] })])
const place = fileAfter([asking({ place: [] })])

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
})
afterEach(() => {
  vi.useRealTimers()
})

const at = (file: CaseFile, mailed?: true) => {
  begin(region, file)
  return issue({ ...linkTo(file, 'track', 'citizen'), ...(mailed && { mailed }) })
}
const answer = async (file: CaseFile, fields: Record<string, string>) => {
  const secret = at(file)
  const { html } = await visit('track', secret)
  const sent = { fields: { ...hiddenOf(html, 'missing'), action: 'missing', ...fields } }
  return { secret, send: () => visit('track', secret, sent) }
}

describe('the page of a case that waits in triage', () => {
  it('asks for what is missing: the choices and nothing chosen, the likelier place first', async () => {
    const { html } = await visit('track', at(both))
    const form = html.match(/<form.*?<\/form>/gs)!.find((one) => one.includes('value="missing"'))!
    expect([...form.matchAll(/name="topic" value="([\w.]+)"/g)].map(([, value]) => value)).toEqual([
      'roads.pothole',
      'roads.manhole',
    ])
    expect([...form.matchAll(/<option value="(\w*)"/g)].map(([, value]) => value)).toEqual([
      '',
      'south',
      'north',
      'words',
    ])
    expect(form).not.toMatch(/ checked| selected/)
    expect(html).toContain('мы не поняли, о чём именно речь и где это')
  })

  it('asks only that', async () => {
    const { html } = await visit('track', at(place))
    expect(html).toContain('мы не поняли, где это')
    expect(html).not.toContain('name="topic"')
    const topic = await visit('track', at(fileAfter([asking({ topic: [] })])))
    expect(topic.html).toMatch(/<select id="topic".*<optgroup/s)
    expect(topic.html).not.toContain('name="municipality"')
  })

  it('asks nobody who has not said that the message is theirs, and nothing once it has an organisation', async () => {
    expect((await visit('track', at(place, true))).html).not.toContain('value="missing"')
    expect((await visit('track', at(later(place, NOW, [assign()])))).html).not.toContain('value="missing"')
  })
})

describe('an answer', () => {
  it('by the link of the form routes the case anew, whoever reads the mails', async () => {
    const { send } = await answer(both, { topic: 'roads.manhole', municipality: 'north', where: 'Садовая, 5' })
    const reply = await send()
    expect([reply.status, reply.location]).toEqual([303, '?done=missing'])
    expect(paper.given).toEqual([
      { ...supply({ topic: 'roads.manhole', municipality: 'north', messageId: nonceOfPage() }), askedAt: ASKED },
    ])
    expect(paper.file.state.status).toBe('routing')
    expect(paper.file.personal.get(nonceOfPage())).toMatchObject({ text: 'Садовая, 5' })
  })

  it('may be a place in words alone, which its readers see as the address', async () => {
    const { secret, send } = await answer(place, { municipality: 'words', where: 'Клюква, у школы' })
    await send()
    expect(paper.given).toMatchObject([{ type: 'Supply', messageId: nonceOfPage() }])
    expect(paper.given[0]).not.toHaveProperty('municipality')
    paper.file = { ...later(paper.file, NOW, [route]), personal: paper.file.personal }
    const { html } = await visit('track', secret)
    expect(html).toContain('<dd>Садовая, 5, Клюква, у школы</dd>')
    expect(html).toContain('<blockquote>Клюква, у школы</blockquote>')
  })

  it.each([
    ['without a topic', { municipality: 'north' }, ['topic']],
    ['without a place', { topic: 'roads.pothole', where: 'Садовая' }, ['municipality']],
    ['that has to be said in words, without any', { topic: 'roads.pothole', municipality: 'words' }, ['where']],
    ['in too many words', { topic: 'roads.pothole', municipality: 'north', where: 'я'.repeat(301) }, ['where']],
  ])('%s is asked for again, with what was filled in', async (_, fields, wrong) => {
    const { send } = await answer(both, fields)
    const { status, html } = await send()
    expect([status, paper.given]).toEqual([422, []])
    expect([...html.matchAll(/id="(\w+)-wrong"/g)].map(([, name]) => name)).toEqual(wrong)
  })

  it('that is not among the choices is refused', async () => {
    const { send } = await answer(both, { topic: 'health.queue', municipality: 'north' })
    const { status, html } = await send()
    expect([status, paper.file]).toEqual([409, both])
    expect(html).toContain('Такой темы нет в списке.')
  })

  it('sent twice counts once', async () => {
    const { send } = await answer(place, { municipality: 'north' })
    expect([(await send()).location, (await send()).location]).toEqual(['?done=missing', '?done=missing'])
    expect(paper.file.events.filter(({ type }) => type === 'supplied').length).toBe(1)
  })

  it('after an operator was faster does nothing, says why and keeps the words in sight', async () => {
    const { send } = await answer(place, { municipality: 'north', where: 'Садовая, 7' })
    paper.file = later(place, NOW, [assign()])
    const { status, html } = await send()
    expect(status).toBe(409)
    expect(html).toContain('это уже выяснили без вас')
    expect(html).toContain('<blockquote>Садовая, 7</blockquote>')
    expect(paper.file.events.at(-1)?.type).toBe('assigned')
  })
})

describe('the page after sending', () => {
  it('waits until it is known whether anything is missing', async () => {
    vi.setSystemTime('2026-03-02T07:00:02.000Z')
    const secret = at(fileAfter([]))
    paper.atRead = (read) => {
      if (read === 3) paper.file = place
    }
    const { html } = await visit('track', secret, undefined, 'ru', { done: 'registered' })
    expect(html).toContain('Сообщение принято')
    expect(html).toContain('value="missing"')
    expect(paper.reads).toBe(3)
  })

  it('does not wait long, and not at all for what was sent long ago', async () => {
    vi.setSystemTime('2026-03-02T07:00:02.000Z')
    const fresh = await visit('track', at(fileAfter([])), undefined, 'ru', { done: 'registered' })
    expect(fresh.html).toContain('Определяем, чей это вопрос.')
    expect(paper.reads).toBe(6)
    vi.setSystemTime(NOW)
    await visit('track', at(fileAfter([])), undefined, 'ru', { done: 'registered' })
    expect(paper.reads).toBe(1)
  })
})

/** The id under which the words of a form are kept is that of the form. */
function nonceOfPage(): string {
  const [command] = paper.given
  return command?.type === 'Supply' ? (command.messageId ?? nonce) : nonce
}
