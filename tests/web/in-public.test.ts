// The pages of a case that was a comment: they say that everybody reads its answer, take none that gives somebody away, and lose nothing that was typed.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { formsIn } from './forms-in.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import { answered, assigned, fileAfter, linkTo, moderator, region, responder } from './visits.ts'

const thread = { on: 'wall-1_23', comment: '45', link: 'https://vk.com/wall-1_23?reply=45' }

function commented(file: CaseFile): CaseFile {
  const first = { ...file.personal.get('M1')!, dialog: { channel: 'vk', chat: '5', thread } }
  return { ...file, personal: new Map(file.personal).set('M1', first) }
}
function opened(file: CaseFile, purpose: 'respond' | 'review', who: string): string {
  begin(region, file)
  return issue(linkTo(file, purpose, who))
}

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-02T08:00:00.000Z'), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

describe('a responder', () => {
  const given = async (file: CaseFile, answer: string) => {
    const secret = opened(file, 'respond', responder.id)
    const { html } = await visit('respond', secret)
    const fields = { ...hiddenOf(html, 'answer'), answer, kind: 'done', action: 'answer' }
    return { page: html, sent: await visit('respond', secret, { fields }) }
  }

  it('reads that everybody will read the answer, and where', async () => {
    const { page } = await given(commented(fileAfter([assigned])), 'Яму засыпали.')
    expect(page).toContain('Ответ появится под комментарием, его увидят все')
    expect(page).toContain(`href="${thread.link}"`)
    expect(paper.given.map(({ type }) => type)).toEqual(['Answer'])
  })

  it('is told what to remove, and finds it typed', async () => {
    const answer = 'Здравствуйте!\nМастер был в кв. 12, звонил на 8 928 123-45-67.'
    const { sent } = await given(commented(fileAfter([assigned])), answer)
    expect([sent.status, paper.given]).toEqual([422, []])
    expect(sent.html).toContain(
      'Уберите номер квартиры («кв. 12»), телефон («8 928 123-45-67»): ответ увидят все. Личное сюда не пишите.',
    )
    expect(formsIn(sent.html).find((form) => 'answer' in form)!['answer']).toBe(answer)
  })

  it('of a case that its citizen alone reads the answer of is told nothing', async () => {
    const { page } = await given(fileAfter([assigned]), 'Мастер был в кв. 12.')
    expect(page).not.toContain('увидят все')
    expect(paper.given.map(({ type }) => type)).toEqual(['Answer'])
  })
})

describe('a moderator', () => {
  const review = async (text: string, fields: Record<string, string>) => {
    const file = commented(fileAfter([assigned, { ...answered, text } as typeof answered]))
    const secret = opened(file, 'review', moderator.id)
    const { html } = await visit('review', secret)
    return visit('review', secret, { fields: { ...hiddenOf(html, fields['action']!), ...fields } })
  }

  it('does not approve what nobody else may read', async () => {
    const { status, html } = await review('Был в кв. 12.', { action: 'approve', 'sure-approve': 'yes' })
    expect([status, paper.given]).toEqual([422, []])
    expect(html).toContain('Уберите номер квартиры («кв. 12»): ответ увидят все.')
  })

  it('nor sends it edited so; edited well it goes', async () => {
    const sure = { action: 'edit', 'sure-edit': 'yes' }
    const { html } = await review('Был в кв. 12.', { ...sure, text: 'Был в квартире 12, Жителя застал.' })
    expect(paper.given).toEqual([])
    expect(html).toContain('Уберите номер квартиры («квартире 12»), имя жителя («Жителя»):')
    await review('Был в кв. 12.', { ...sure, text: 'Мастер был, кран заменили.' })
    expect(paper.given.map(({ type }) => type)).toEqual(['ApproveAnswer'])
  })
})
